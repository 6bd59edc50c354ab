"""How a decision, an objection and a debt go (Awb), and what points at a clause, as clauses."""

DECISIONS = {
    # facts
    "advies_met_uitleg": "de uitleg [|niet ]in het advies staat dat de inwoner kreeg",
    "besluit_herroepen": "het besluit [|niet ]is teruggedraaid",
    "bezwaar_geheel_toegewezen": "de inwoner [|niet ]alles krijgt wat hij vroeg",
    "bezwaar_verdaagd": "het college [zes weken meer|niet meer tijd] nam",
    "bijdrage_over_oude_maanden": (
        "{s} [een|geen] rekening krijgt over meer dan twee maanden terug"
    ),
    "gebrek_in_besluit": "er [een|geen] fout in het besluit zit",
    "gegevens_wettelijk_verplicht": "een wet juist deze gegevens [|niet ]voorschrijft",
    "gehoord_in_bezwaar": "de inwoner over zijn bezwaar [|niet ]is gehoord",
    "geweigerd_te_beslissen": "het bestuursorgaan [|niet ]schreef dat het geen besluit neemt",
    "gunstig_beleid_bestaat": "de gemeente volgens haar beleid [|niet ]meer geeft dan de wet",
    "herhaalde_aanvraag": "dit [al|niet] eerder is gevraagd en geweigerd",
    "kosten_bezwaar_gevraagd": "de inwoner [op tijd|niet op tijd] om zijn kosten vroeg",
    "met_spoed_bekendgemaakt": "het besluit [|niet ]met spoed en zonder uitleg wegging",
    "om_taaleis": "het [|niet ]om de taaleis gaat",
    "over_de_toekomst": "de aanvraag [|niet ]over de tijd vanaf nu gaat",
    "steunt_op_advies": "het voornemen [|niet ]op een advies rust",
    "uitleg_gevraagd": "de inwoner [|niet ]om de uitleg vroeg",
    "wijkt_af_van_commissie": "het besluit [|niet ]afwijkt van het advies van de commissie",
    "ziet_af_van_horen": "de inwoner [|niet ]van horen afziet",
    # what follows
    "awb.beroep_wegens_te_laat": "de inwoner [|nog niet ]naar de rechter kan zonder besluit",
    "awb.gebrek_telt": "de fout in het besluit [|niet ]telt",
    "awb.gelijk_aan_besluit": "dit [|niet ]met een besluit gelijkstaat",
    "awb.horen_in_bezwaar": "het college de inwoner in bezwaar [moet|niet hoeft te] horen",
    "awb.kosten_bezwaar_vergoeden": "de inwoner de kosten van het bezwaar [|niet ]terugkrijgt",
    "awb.uitleg_afwijken_commissie": (
        "het besluit het afwijken van de commissie [moet uitleggen|niet hoeft uit te leggen]"
    ),
    "awb.uitleg_bij_besluit": "de uitleg bij het besluit [moet|niet hoeft te] staan",
    "awb.uitleg_waarom_niet_gehoord": (
        "het besluit [moet|niet hoeft te] zeggen waarom niet is gehoord"
    ),
    "awb.uitstel_van_betaling": "de inwoner [|geen ]uitstel van betaling krijgt",
    "awb.verwijzen_naar_advies_volstaat": "verwijzen naar het advies [|niet ]volstaat",
    "awb.verwijzen_naar_eerder_mag": (
        "het college naar de eerdere weigering [mag|niet mag] verwijzen"
    ),
    "awb.voorschot_algemeen": "de inwoner [|geen ]voorschot krijgt",
    # what a human judges
    "awb.advies_onzorgvuldig": "het onderzoek van de adviseur [on|]zorgvuldig is gedaan",
    "awb.ander_geval_was_fout": "het andere besluit [een|geen] fout was",
    "awb.bezwaar_kennelijk_kansloos": (
        "[|niet ]zonder twijfel vaststaat dat het bezwaar niets wordt"
    ),
    "awb.bijzondere_regeling_gaat_voor": "een andere wet het kwijtschelden [|niet ]zelf regelt",
    "awb.evident_onredelijk": "blijven bij de eerdere weigering [|niet ]duidelijk onredelijk is",
    "awb.gebrek_passeren": "het besluit ondanks de fout [|niet ]in stand blijft",
    "awb.geen_behoefte_aan_uitleg": "[niemand|iemand] de uitleg nodig heeft",
    "awb.horen_bezwaar_achterwege": (
        "het college [zonder|niet zonder] horen op het bezwaar beslist"
    ),
    "awb.niemand_benadeeld": "[niemand|iemand] door de fout nadeel heeft",
    "awb.nieuwe_feiten": "er sinds de eerdere weigering [iets|niets] nieuws is",
    "awb.onrechtmatig_te_wijten": (
        "het besluit [|niet ]onrechtmatig was door het bestuursorgaan zelf"
    ),
    "awb.past_in_gunstig_beleid": "dit geval [|niet ]in het gunstige beleid past",
    "awb.privacy_weegt_zwaarder": "de privacy van de inwoner [|niet ]zwaarder weegt",
    "awb.reden_voor_verschil": "er [een|geen] objectieve reden voor het verschil is",
    "awb.uitstel_geven": "het bestuursorgaan [|geen ]uitstel van betaling geeft",
    "awb.verwijzen_naar_eerder": "het college [|niet ]naar de eerdere weigering verwijst",
    "awb.voorschot_geven": "het bestuursorgaan [|geen ]voorschot geeft",
}
