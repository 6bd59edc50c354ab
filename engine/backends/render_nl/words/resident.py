"""Plain words for a resident (B1): what is still judged or chosen, and which law it is."""

from engine.backends.render_nl.words.youth import LATER_JUDGED

JUDGED = {
    "awb.advies_onzorgvuldig": "of de arts of adviseur goed heeft gekeken",
    "awb.afwijking_gering": "of het verschil met uw verhaal klein is",
    "awb.ander_doel": "of de gemeente dit om de goede reden doet",
    "awb.ander_geval_was_fout": "of dat andere besluit een fout was",
    "awb.bezwaar_kennelijk_kansloos": "of uw bezwaar kans heeft",
    "awb.bijzondere_regeling_gaat_voor": "of een andere wet dit regelt",
    "awb.buiten_behandeling_kiezen": "of zij uw aanvraag laat liggen",
    "awb.evident_onredelijk": "of het eerste nee fout was",
    "awb.gebrek_passeren": "of zij de fout laat zitten",
    "awb.geen_behoefte_aan_uitleg": "of u de uitleg nodig hebt",
    "awb.geen_dwangsom_verschuldigd": "of er een reden is om niets te betalen voor het wachten",
    "awb.gelijk_geval": "of iemand in dezelfde situatie dit wel kreeg",
    "awb.horen_achterwege": "of zij u eerst om uw mening vraagt",
    "awb.horen_achterwege_geld": "of zij u eerst om uw mening vraagt",
    "awb.horen_bezwaar_achterwege": "of u uw bezwaar mag toelichten",
    "awb.is_toezegging": "of iemand u iets heeft beloofd",
    "awb.kwijtschelden": "of u een deel niet hoeft te betalen",
    "awb.niemand_benadeeld": "of u nadeel hebt van de fout",
    "awb.niet_verdisconteerd": "of de wet voor u te hard uitpakt",
    "awb.nieuwe_feiten": "of er iets nieuws is",
    "awb.onevenredig_beleid": "of het beleid van de gemeente voor u te streng is",
    "awb.onevenredig_besluit": "of het nadeel voor u te groot is",
    "awb.onevenredig_voornemen": "of het nadeel voor u te groot is",
    "awb.onnodige_schade": "of het ook op een mildere manier kan",
    "awb.onrechtmatig_te_wijten": "of de gemeente zelf een fout maakte",
    "awb.onvoldoende_gemotiveerd": "of de uitleg goed genoeg is",
    "awb.onzorgvuldig_voorbereid": "of de gemeente genoeg over uw situatie weet",
    "awb.past_in_gunstig_beleid": "of het beleid van de gemeente ook voor u geldt",
    "awb.privacy_weegt_zwaarder": "of u dit gegeven mag houden",
    "awb.rechtsonzeker": "of u dit van tevoren kon weten",
    "awb.reden_voor_verschil": "of er een goede reden is voor het verschil",
    "awb.stukken_onvoldoende": "of er nog gegevens ontbreken die u kunt krijgen",
    "awb.toezegging_toegerekend": "of u mocht denken dat de gemeente dat zei",
    "awb.uitstel_geven": "of u later mag betalen",
    "awb.verordening_onverbindend": "of de regel van de gemeente wel mag",
    "awb.verschoonbaar": "of u er iets aan kon doen dat u te laat was",
    "awb.verwijzen_naar_eerder": "of zij opnieuw kijkt",
    "awb.voorschot_geven": "of u alvast geld krijgt",
    "awb.weging_vertrouwen": "wat er met de belofte aan u moet gebeuren",
    "omgekeerde_toets.algemeen_aanbod_past": "of dit aanbod bij u past",
    "omgekeerde_toets.belastbaar": "of wie u helpt dat kan volhouden",
    "omgekeerde_toets.samen_genoeg": "of de hulp van anderen samen genoeg is",
    "participatiewet.afstemming_norm": "of uw situatie om meer of minder geld vraagt",
    "participatiewet.bijverdienen_medisch_onmogelijk": "of u naast uw studie iets kunt verdienen",
    "participatiewet.bijzonder": "of de kosten komen door een bijzondere situatie",
    "participatiewet.boete_schending": "of u iets te verwijten is",
    "participatiewet.borgtocht_kiezen": "of zij borg staat. Zij betaalt dan als u dat niet kunt",
    "participatiewet.drempel_toepassen": "of u een klein bedrag zelf betaalt",
    "participatiewet.dringende_reden_schuld": "of er een heel dringende reden is om te helpen",
    "participatiewet.dringende_redenen_boete": "of er een reden is om geen boete te geven",
    "participatiewet.dringende_redenen_maatregel": "of er een reden is om milder te zijn",
    "participatiewet.dringende_redenen_terugvordering": "of u niets hoeft terug te betalen",
    "participatiewet.duurzaam_gescheiden": "of u en uw partner voorgoed uit elkaar zijn",
    "participatiewet.eerdere_ingang": "of de bijstand eerder kan beginnen",
    "participatiewet.elke_verwijtbaarheid_ontbreekt": "of u hier iets aan kon doen",
    "participatiewet.evident_geen_recht": "of nu al vaststaat dat er geen recht is",
    "participatiewet.giften_toerekenen": "hoeveel van de giften meetelt",
    "participatiewet.herzien_gebruiken": "of zij het besluit wil veranderen",
    "participatiewet.inkeer": "of de verlaging kan stoppen",
    "participatiewet.inlichtingen_geschonden": "of u iets had moeten melden",
    "participatiewet.kan_niet_beschikken": "of u echt over dit geld kunt beschikken",
    "participatiewet.kan_onderwijs_volgen": "of u een opleiding kunt volgen",
    "participatiewet.kostgeld_telt": "hoeveel van de huur of het kostgeld meetelt",
    "participatiewet.lening_kiezen": "of het een lening wordt",
    "participatiewet.maatwerk_maatregel": "hoe hoog de verlaging wordt en hoe lang die duurt",
    "participatiewet.maatwerk_zoektermijn": "of u eerder mag aanvragen",
    "participatiewet.mantelzorg_elders": "of u ergens anders bent om voor iemand te zorgen",
    "participatiewet.meer_uren_onmogelijk": "of u meer uren kunt werken",
    "participatiewet.noodzakelijk": "of deze kosten echt nodig zijn",
    "participatiewet.noodzakelijk_bezit": "welke spullen u nodig hebt en dus niet meetellen",
    "participatiewet.onderhoud_niet_te_gelde": "of u uw ouders om geld kunt vragen",
    "participatiewet.ontbreken_verwijtbaar": "of u er iets aan kon doen dat papieren ontbreken",
    "participatiewet.ontheffing_geven": "of u een tijd niet hoeft te werken",
    "participatiewet.ontheffing_kiezen": "of u een tijd niet hoeft te werken",
    "participatiewet.opschorten_kiezen": "of de betaling even stopt",
    "participatiewet.overtuigd_opvang_scholing_belastbaar": "of de opvang van uw kind goed is",
    "participatiewet.premie_helpt": "of de premie u helpt om werk te vinden",
    "participatiewet.te_laat_verwijtbaar": "of de bijstand later begint omdat u laat was",
    "participatiewet.tekort_andere_oorzaak": "hoeveel geld u mist om een andere reden",
    "participatiewet.terugvorderen_gebruiken": "of zij geld terugvraagt",
    "participatiewet.uitkering_passend": "of een andere uitkering goed genoeg voor u is",
    "participatiewet.verantwoorde_giften": "welke giften niet meetellen",
    "participatiewet.verkoop_woning_niet_te_vragen": "of u uw huis mag houden",
    "participatiewet.verlaging_schoolverlater": (
        "of de bijstand lager is omdat u net van school komt"
    ),
    "participatiewet.verlaging_woonsituatie": (
        "of de bijstand lager is omdat uw woonkosten laag zijn"
    ),
    "participatiewet.voorliggend_passend": "of een andere regeling goed genoeg voor u is",
    "participatiewet.voorschot_statushouder": "of u alvast geld krijgt terwijl u wacht",
    "participatiewet.vorm_kiezen": "of het een gift of een lening wordt",
    "participatiewet.vrijlating_helpt": "of dit werk u verder helpt",
    "participatiewet.waarschuwing_kiezen": "of een waarschuwing genoeg is",
    "participatiewet.wederzijdse_zorg": "of u samen met iemand een huishouden hebt",
    "participatiewet.wil_geen_voorziening_9a": "of u wilt meewerken aan hulp",
    "participatiewet.wil_plichten_niet_nakomen": "of u de afspraken wilt nakomen",
    "participatiewet.zeer_dringende_redenen": "of er acute nood is",
    "participatiewet.zeer_dringende_redenen_kosten": "of er voor deze kosten acute nood is",
    "uitvoeringsbesluit_wmo.onvoldoende_betalingscapaciteit": "of u de bijdrage kunt betalen",
    "uitvoeringsbesluit_wmo.schaadt_persoonsgerichte_aanpak": (
        "of de bijdrage uw hulp in de weg zit"
    ),
    "uitvoeringsbesluit_wmo.schade_voor_kind": "of de bijdrage slecht is voor een kind",
    "verordening_wmo_voorbeeldstad.geschikte_woning_beschikbaar": (
        "of er snel een geschikte woning is"
    ),
    "verordening_wmo_voorbeeldstad.medisch_bezwaar_verhuizen": (
        "of uw gezondheid verhuizen onmogelijk maakt"
    ),
    "verordening_wmo_voorbeeldstad.onbillijk": (
        "of de regels van de gemeente voor u te hard uitpakken"
    ),
    "wmo.ander_gebruik": "of u het geld voor het goede doel hebt gebruikt",
    "wmo.draagbaar_op_minimum": "of iemand met weinig geld dit kan betalen",
    "wmo.draagt_bij": "hoeveel andere hulp al oplost",
    "wmo.duurzaam_gescheiden_wmo": "of u en uw partner voorgoed uit elkaar zijn",
    "wmo.herzien_kiezen": "of zij het besluit wil veranderen",
    "wmo.niet_zelf_handhaven": "of u zich nu alleen kunt redden",
    "wmo.onjuiste_gegevens": "of uw gegevens klopten",
    "wmo.opzet": "of u met opzet iets verkeerds hebt gezegd",
    "wmo.passende_bijdrage": "of dit u goed helpt",
    "wmo.passende_bijdrage_opvang": "of dit u weer op eigen benen helpt",
    "wmo.pgb_gemotiveerd": "waarom u een pgb wilt (geld om zelf hulp in te kopen)",
    "wmo.pgb_kwaliteit": "of de hulp die u wilt inkopen goed is",
    "wmo.pgb_meerkosten_weigeren": "of u het duurdere deel zelf betaalt",
    "wmo.pgb_vaardig": "of u een pgb kunt regelen (geld om zelf hulp in te kopen)",
    "wmo.pgb_weigeren_na_intrekking": "of u een pgb kunt krijgen (geld om zelf hulp in te kopen)",
    "wmo.raakt_zelfredzaamheid": "of dit u hindert in het dagelijks leven",
    "wmo.resteert": "wat er nog overblijft aan problemen",
    "wmo.spoed": "of u meteen hulp nodig hebt",
    "wmo.terugvorderen_kiezen": "of zij geld terugvraagt",
    "wmo.uren_nodig": "hoeveel uur hulp u nodig hebt",
    "wmo.voorwaarden_niet_nagekomen": "of u zich aan de afspraken hebt gehouden",
    "wmo.voorziening_niet_meer_nodig": "of u de hulp nog nodig hebt",
    "wmo.voorziening_niet_toereikend": "of de hulp nog genoeg is",
    "wmo.wlz_weigeren": "of u hulp uit een andere wet kunt krijgen",
    "wmo.zorg_voor_elkaar_wmo": "of u samen met iemand een huishouden hebt",
} | LATER_JUDGED
"""By qualified name of the norm, after `een medewerker bekijkt nog` or `de gemeente kiest nog`."""

LAWS = {
    "awb": "de Awb, de regels voor elke overheid",
    "participatiewet": "de Participatiewet, de wet voor de bijstand",
    "uitvoeringsbesluit_wmo": "de Wmo, de wet voor hulp aan inwoners",
    "jeugdwet": "de Jeugdwet, de wet voor hulp aan kinderen en ouders",
    "wgs": "de wet voor hulp bij schulden",
    "wmo": "de Wmo, de wet voor hulp aan inwoners",
}
LOCAL = "de regels van de gemeente"
"""Laws in plain words; another act is called by its name, a local one by `LOCAL`."""

FORMS = {
    "lening": "De gemeente kan dit geven als lening. Een lening betaalt u later terug.",
    "gift": "De gemeente kan dit geven als gift. Een gift hoeft u niet terug te betalen.",
    "borgtocht": "De gemeente kan borg staan. Zij betaalt dan als u dat niet kunt.",
    "een lening": "De gemeente kan dit geven als lening. Een lening betaalt u later terug.",
}

RANKS = {
    "beleidsregel": "Een regel van de gemeente staat nu in de weg.",
    "verordening": "Een regel van de gemeenteraad staat nu in de weg.",
    "amvb": "Een regel van de regering staat nu in de weg.",
    "ministeriele_regeling": "Een regel van de minister staat nu in de weg.",
    "wet": "Een wet staat nu in de weg.",
    "verdrag": "Een afspraak tussen landen staat nu in de weg.",
}

FAILS = {
    "beleidsregel": "Een voorwaarde van de gemeente past nu niet bij uw situatie.",
    "verordening": "Een voorwaarde van de gemeenteraad past nu niet bij uw situatie.",
    "wet": "Een voorwaarde uit de wet past nu niet bij uw situatie.",
}

LIFTERS = {
    "bewijs": "Met meer bewijs kan dit anders worden. Hebt u dat? Laat het ons dan weten.",
    "oordeel": "Een medewerker kan hier nog anders over denken. Vertel wat u belangrijk vindt.",
    "college": "De gemeente mag van die regel afwijken.",
    "raad": "Alleen de gemeenteraad kan die regel veranderen.",
    "wetgever": "Alleen de regering en de Kamer kunnen een wet veranderen.",
}

INTENDED = {
    "weigeren": "nee zeggen op uw aanvraag",
    "buiten_behandeling": "uw aanvraag niet verder bekijken",
    "opschorten": "tijdelijk stoppen met betalen",
    "beeindigen": "stoppen met wat u nu krijgt",
    "intrekken": "een besluit over u terugdraaien",
    "herzien": "een besluit over u veranderen",
    "terugvorderen": "geld van u terugvragen",
    "invorderen": "geld ophalen dat u moet terugbetalen",
    "maatregel": "u voor een tijd minder geld geven",
    "boete": "u een boete geven",
}
