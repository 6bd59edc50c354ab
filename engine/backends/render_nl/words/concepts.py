"""Concepts that are yes or no (or a choice), as clauses, by qualified name."""

CONCEPTS = {
    "awb.advies_uitleggen": (
        "het besluit het afwijken van het advies [moet uitleggen|niet hoeft uit te leggen]"
    ),
    "awb.bezwaar_voor_het_besluit": "het bezwaar [|niet ]kwam voor er een besluit was",
    "awb.bezwaar_ontvankelijk": "het bezwaar [|niet ]ontvankelijk is",
    "awb.bezwaar_op_tijd": "het bezwaar [|niet ]op tijd is",
    "awb.buiten_behandeling_mogelijk": (
        "het college de aanvraag buiten behandeling [mag|niet mag] laten"
    ),
    "awb.doorzendplicht_open": "er [|niet ]nog een stuk naar een ander orgaan moet",
    "awb.fair_play_in_geding": "fair play [|niet ]in het geding is",
    "awb.gedragslijn_onvoldoende": (
        "een verwijzing naar een vaste gewoonte hier [geen|een] goede uitleg is"
    ),
    "awb.gehoord_moet_nog": "de inwoner [nog|niet meer] gehoord moet worden",
    "awb.gewekt_vertrouwen": "het gewekte vertrouwen [|niet ]leidt tot {v}",
    "awb.hersteltermijn_ontbreekt": "een termijn om de aanvraag aan te vullen [|niet ]ontbreekt",
    "awb.hoorplicht": "het college de inwoner [moet|niet hoeft te] horen",
    "awb.in_strijd_met_beginsel": (
        "het voornemen [|niet ]botst met een beginsel van behoorlijk bestuur"
    ),
    "omgekeerde_toets.afspraken_te_veel": "er [|niet ]te veel afspraken per week zijn",
    "omgekeerde_toets.familieplan_kans": (
        "het gezin [nog|niet meer] de kans moet krijgen op een eigen plan"
    ),
    "omgekeerde_toets.geen_of_meer_regisseurs": (
        "er [geen of meer dan één|precies één] regisseur is"
    ),
    "omgekeerde_toets.hulp_telt": "deze hulp [|niet ]meetelt",
    "omgekeerde_toets.keuze_zonder_voorlichting": (
        "de inwoner [zelf iets|niets zelf] oplost zonder te weten waar hij recht op heeft"
    ),
    "omgekeerde_toets.kind_met_hulpvraag": "er [|geen ]hulp voor een kind in beeld is",
    "omgekeerde_toets.label_wijkt_af": (
        "de naam in de administratie [een andere|geen andere] is dan wat er echt gebeurt"
    ),
    "omgekeerde_toets.meer_leefgebieden_uit_orde": (
        "[|niet ]twee of meer leefgebieden uit orde zijn"
    ),
    "omgekeerde_toets.netwerk_dekt": ("mensen om de inwoner heen {s} [|niet ]helemaal wegnemen"),
    "omgekeerde_toets.ongewone_oplossing": "{s} [|niet ]ongewoon is",
    "omgekeerde_toets.plan_aanwezig": "er [een|geen] plan van de inwoner of het gezin zelf is",
    "omgekeerde_toets.veel_hulpverleners": "er [|niet ]veel hulpverleners in huis komen",
    "omgekeerde_toets.veel_regelingen": "er [|niet ]drie of meer regelingen spelen",
    "participatiewet.alleenstaande_ouder_kind_tot_12": (
        "{s} [een|geen] alleenstaande ouder is met een kind tot 12 jaar"
    ),
    "participatiewet.jonger_dan_21": "{s} [|niet ]18, 19 of 20 jaar is",
    "participatiewet.aow_bereikt": "{s} de pensioengerechtigde leeftijd [|niet ]heeft bereikt",
    "participatiewet.arbeidsplicht": (
        "{s} [werk moet zoeken en aannemen|geen werk hoeft te zoeken of aan te nemen]"
    ),
    "participatiewet.beiden_meerderjarig": "zij [|niet ]allebei 18 jaar of ouder zijn",
    "participatiewet.bijstand_mogelijk": "bijstand voor dit gezin [|niet ]mogelijk is",
    "participatiewet.bijstand_zonder_recht": (
        "het gezin bijstand [|niet ]kan krijgen zonder dat er recht op is"
    ),
    "participatiewet.bloedverwant_1_of_2": (
        "zij [|geen ]bloedverwanten in de eerste of tweede graad zijn"
    ),
    "participatiewet.boete_aan_de_orde": "een boete [|niet ]aan de orde is",
    "participatiewet.ongehuwd": "{s} voor de Participatiewet [|niet ]ongehuwd is",
    "participatiewet.echtgenoot": "zij [|niet ]elkaars echtgenoot zijn voor de Participatiewet",
    "participatiewet.gaat_over_bijstand": "het [|niet ]gaat over een besluit over bijstand",
    "participatiewet.geweigerd_om_par_2_2": (
        "artikel 13, 14 of 15 [|niet ]aan deze kosten in de weg staat"
    ),
    "participatiewet.gezamenlijke_huishouding": (
        "zij [een|geen] gezamenlijke huishouding voeren voor de Participatiewet"
    ),
    "participatiewet.gezinsvorm": "het gezin [|niet ]bestaat uit {v}",
    "participatiewet.herziening_mogelijk": "het college de bijstand [|niet ]mag herzien",
    "participatiewet.herziening_verplicht": "het college de bijstand [moet|niet hoeft te] herzien",
    "participatiewet.inlichtingenplicht": (
        "{s} uit zichzelf [|niet ]moet melden wat voor de bijstand telt"
    ),
    "participatiewet.is_uniform": (
        "het [|niet ]gaat om een van de acht landelijke verplichtingen"
    ),
    "participatiewet.kosten_gedeeld": (
        "[iemand|niemand] in het gezin de kosten met huisgenoten deelt"
    ),
    "participatiewet.kostendelende_medebewoner": "{o} de kosten [|niet ]met {s} deelt",
    "participatiewet.lijfrente_blijft_buiten_beeld": (
        "{s} de lijfrente [niet|wel] eerst hoeft op te maken"
    ),
    "participatiewet.meewerkplicht": (
        "{s} aan hulp naar werk [moet meewerken|niet hoeft mee te werken]"
    ),
    "participatiewet.met_kind": "er [een|geen] kind ten laste is",
    "participatiewet.nieuw_recht_gift": "voor {s} het recht vanaf 2026 [|niet ]geldt",
    "participatiewet.ontheffing_9a": (
        "{s} als ouder [een|geen] ontheffing van de arbeidsplicht heeft"
    ),
    "participatiewet.opschorten_mogelijk": "het college de bijstand [|niet ]mag opschorten",
    "participatiewet.reden_tot_afstemming": (
        "er [een|geen] reden is om naar afstemming van de norm te kijken"
    ),
    "participatiewet.recht_op_algemeen": (
        "[iemand|niemand] in het gezin recht heeft op algemene bijstand"
    ),
    "participatiewet.recht_op_algemene_bijstand": (
        "het gezin [|geen ]recht heeft op algemene bijstand"
    ),
    "participatiewet.recht_op_bijstand": "{s} [|geen ]recht heeft op bijstand",
    "participatiewet.recht_op_norm": "{s} [|geen ]recht heeft op algemene bijstand",
    "participatiewet.recht_op_studietoeslag": "{s} [|geen ]recht heeft op de studietoeslag",
    "participatiewet.recht_op_voorschot": "het gezin [|geen ]recht heeft op een voorschot",
    "participatiewet.recht_persoonlijk": "{s} zelf [|geen ]recht heeft op bijstand",
    "participatiewet.spreiding_toegestaan": (
        "de verlaging [|niet ]over drie maanden mag worden gespreid"
    ),
    "participatiewet.verlaging_gespreid": "de verlaging [|niet ]over drie maanden wordt gespreid",
    "participatiewet.te_lang_in_buitenland": "{s} dit jaar [|niet ]te lang in het buitenland was",
    "participatiewet.tegenprestatieplicht": "{s} [een|geen] tegenprestatie moet doen",
    "participatiewet.telt_als_gift": "{s} [|niet ]als gift telt",
    "participatiewet.ten_laste_van": "{o} [een|geen] kind ten laste van {s} is",
    "participatiewet.terugvordering_mogelijk": "het college de bijstand [|niet ]mag terugvorderen",
    "participatiewet.terugvordering_verplicht": (
        "het college de bijstand [moet terugvorderen|niet hoeft terug te vorderen]"
    ),
    "participatiewet.vorm_bijstand": "de bijstand [|niet ]{v} is",
    "participatiewet.zoektermijn_geldt": "de zoektermijn [|niet ]geldt",
    "uitvoeringsbesluit_wmo.andere_bijdrage": (
        "{s} [ook|niet] iets anders heeft dan hulpmiddelen of een woningaanpassing"
    ),
    "uitvoeringsbesluit_wmo.bijdrage_gevraagd": "de raad [een|geen] bijdrage vraagt",
    "uitvoeringsbesluit_wmo.bijdrageplichtig": "{s} [|niet ]meetelt voor de eigen bijdrage",
    "uitvoeringsbesluit_wmo.heeft_bijdrageplicht": (
        "{s} [een|geen] voorziening heeft waarvoor de bijdrage geldt"
    ),
    "uitvoeringsbesluit_wmo.vervoer_eigen_tarief": (
        "de raad voor vervoer [een|geen] eigen tarief vraagt"
    ),
    "wmo.aanvraag_mag_zonder_onderzoek": "de inwoner [nu al|nog niet] een aanvraag mag doen",
    "wmo.beiden_volwassen": "zij [|niet ]allebei 18 jaar of ouder zijn",
    "wmo.botsing_werk_en_zorg": "werkplicht en zorg voor {s} samen [|niet ]te veel zijn",
    "wmo.deskundige_ontbreekt": "nodig deskundig advies [|niet ]ontbreekt",
    "wmo.doelgroep_beschermd_wonen": "{s} [|niet ]tot de doelgroep van beschermd wonen hoort",
    "wmo.doelgroep_opvang": "{s} [|niet ]tot de doelgroep van opvang hoort",
    "wmo.doelgroep_wmo": "{s} [|niet ]tot de doelgroep van de Wmo 2015 hoort",
    "wmo.ongehuwd": "{s} voor de Wmo 2015 [|niet ]ongehuwd is",
    "wmo.echtgenoot": "zij [|niet ]elkaars echtgenoot zijn voor de Wmo 2015",
    "wmo.gaat_over_wmo": "het besluit [|niet ]over een maatwerkvoorziening of een pgb gaat",
    "wmo.geheel_gedekt": "{s} [|niet ]al helemaal is weggenomen",
    "wmo.geheel_gedekt_opvang": "{s} [|niet ]al helemaal is weggenomen voor opvang",
    "wmo.gezamenlijke_huishouding": (
        "zij [een|geen] gezamenlijke huishouding voeren voor de Wmo 2015"
    ),
    "wmo.herziening_mogelijk": "het college het besluit [|niet ]mag herzien of intrekken",
    "wmo.herziening_op_grond_a": "het besluit [|niet ]is ingetrokken op grond a",
    "wmo.huisgenoot_niet_gehoord": (
        "[|niet ]op hulp van een huisgenoot is gerekend zonder met hem te praten"
    ),
    "wmo.is_algemeen_gebruikelijk": "{s} [|niet ]algemeen gebruikelijk is",
    "wmo.nieuw_onderzoek_vereist": "[een|geen] nieuw onderzoek nodig is",
    "wmo.omvang_niet_vermeld": "de omvang in activiteiten en uren [niet|wel] is vermeld",
    "wmo.ondersteuning_nodig": "voor {s} [|geen ]ondersteuning nodig is",
    "wmo.ondersteuning_nodig_opvang": "voor {s} [|geen ]opvang nodig is",
    "wmo.onderzoek_gebrek": "bij het onderzoek [een|geen] onderwerp is overgeslagen",
    "wmo.pgb_toegestaan": "een pgb [|niet ]is toegestaan",
    "wmo.plan_niet_betrokken": "het persoonlijk plan [niet|wel] is gebruikt",
    "wmo.rechtmatig_verblijf_wmo": "{s} [|niet ]rechtmatig in Nederland verblijft",
    "wmo.telt_mee": "deze hulp [|niet ]meetelt",
    "wmo.terugvordering_mogelijk": (
        "het college de waarde van de voorziening [|niet ]mag terugvorderen"
    ),
    "wmo.volgorde=eerst_helpen": "eerst [|niet ]wordt geholpen en daarna onderzocht",
    "wmo.volgorde=eerst_onderzoek": "eerst [|niet ]wordt onderzocht en daarna beslist",
    "wmo.wmo_hulp_gevraagd": "[|niet ]om hulp uit de Wmo 2015 is gevraagd",
}

CONCEPT_NOUNS = {
    "participatiewet.bijstand_zonder_recht": "de bijstand in acute nood",
    "participatiewet.lijfrente_blijft_buiten_beeld": "de lijfrente die niet op hoeft",
    "participatiewet.ontheffing_9a": "de ontheffing voor ouders van jonge kinderen",
    "participatiewet.recht_op_algemeen": "het recht op algemene bijstand van iemand in het gezin",
    "participatiewet.recht_op_algemene_bijstand": (
        "het recht op algemene bijstand na inkomen en vermogen"
    ),
    "participatiewet.recht_op_norm": "het eigen recht op algemene bijstand",
    "participatiewet.recht_persoonlijk": "het eigen recht op bijstand",
    "awb.dagen_te_laat": "het aantal dagen te laat",
    "awb.dagnummer_beslistermijn": "het dagnummer van het einde van de beslistermijn",
    "awb.dagnummer_bezwaartermijn": "het dagnummer van het einde van de bezwaartermijn",
    "awb.dwangsom": "de dwangsom",
    "awb.einde_beslistermijn": "de laatste dag om op tijd te beslissen",
    "awb.einde_beslistermijn_kaal": "het einde van de beslistermijn zonder vrije dagen",
    "awb.einde_bezwaartermijn": "de laatste dag om op tijd bezwaar te maken",
    "awb.einde_bezwaartermijn_kaal": "het einde van de bezwaartermijn zonder vrije dagen",
    "awb.gewekt_vertrouwen": "het gevolg van het gewekte vertrouwen",
    "awb.uitloop_beslistermijn": "het aantal dagen uitloop van de beslistermijn",
    "awb.uitloop_bezwaartermijn": "het aantal dagen uitloop van de bezwaartermijn",
    "omgekeerde_toets.leefgebieden_uit_orde": "het aantal leefgebieden met een belemmering",
    "omgekeerde_toets.regelingen_in_beeld": "het aantal spelende regelingen",
    "participatiewet.aantal_a": "het aantal personen A",
    "participatiewet.aantal_aow": "het aantal gezinsleden met de pensioengerechtigde leeftijd",
    "participatiewet.aantal_in_inrichting": "het aantal volwassen gezinsleden in een inrichting",
    "participatiewet.aantal_jong": "het aantal gezinsleden van 18 tot 21 jaar",
    "participatiewet.aantal_kostendelers": "het aantal kostendelers",
    "participatiewet.aantal_rechthebbenden": "het aantal volwassen gezinsleden met recht",
    "participatiewet.aantal_volwassenen": "het aantal volwassenen in het gezin",
    "participatiewet.aanvraag_gezin": "de dag van de aanvraag",
    "participatiewet.algemene_bijstand": "de algemene bijstand",
    "participatiewet.basisbedrag_22a_3": "het vaste bedrag bij kostendelers",
    "participatiewet.basisnorm": "de basisnorm",
    "participatiewet.bijstandsnorm": "de bijstandsnorm",
    "participatiewet.bijzondere_bijstand": "de bijzondere bijstand",
    "participatiewet.buitenland_grens": "het toegestane aantal dagen in het buitenland",
    "participatiewet.dagen_buitenland_jaar": "het aantal dagen in het buitenland dit jaar",
    "participatiewet.draagkracht": "de draagkracht",
    "participatiewet.gehuwdennorm": "de gehuwdennorm van dit gezin",
    "participatiewet.gezinsvorm": "de gezinsvorm",
    "participatiewet.giften_als_inkomen": "het inkomen per maand uit giften",
    "participatiewet.giften_als_middel": "het mogelijk meetellende bedrag aan giften",
    "participatiewet.giften_boven_eigen_vrij_bedrag": (
        "het bedrag aan giften boven het eigen vrije bedrag"
    ),
    "participatiewet.giften_boven_vrijstelling": "het bedrag aan giften boven de vrijstelling",
    "participatiewet.giften_eigen_jaar": "het bedrag aan giften aan deze persoon dit jaar",
    "participatiewet.giften_jaar": "het bedrag aan giften van dit kalenderjaar",
    "participatiewet.ingangsdatum": "de ingangsdatum van de bijstand",
    "participatiewet.inkomen_in_aanmerking": "het meetellende inkomen",
    "participatiewet.inkomen_partner_zonder_recht": (
        "het meetellende inkomen van de partner zonder recht"
    ),
    "participatiewet.inkomen_rechthebbenden": "het inkomen van de rechthebbenden",
    "participatiewet.inkomen_telt": "het eigen meetellende inkomen",
    "participatiewet.inkomen_van_partner_zonder_recht": (
        "het inkomen van de partner zonder recht"
    ),
    "participatiewet.kosten_twaalf_maanden": "de kosten over twaalf maanden",
    "participatiewet.kosten_zonder_voorliggend": "de kosten na aftrek van de andere regeling",
    "participatiewet.leeftijd": "de leeftijd",
    "participatiewet.maanden_eerste_keer": "het aantal maanden bij de eerste keer",
    "participatiewet.maanden_tweede_keer": "het aantal maanden bij herhaling",
    "participatiewet.maatregel_maanden": "het aantal maanden van de maatregel",
    "participatiewet.maatregel_procent": "de hoogte van de maatregel",
    "participatiewet.maximum_jongere": "de norm van een vergelijkbaar gezin vanaf 21 jaar",
    "participatiewet.melding_gezin": "de dag van de melding",
    "participatiewet.norm_alleenstaand_deel": "de norm van een van beiden als alleenstaande",
    "participatiewet.norm_inrichting": "de norm in een inrichting",
    "participatiewet.norm_zonder_vakantietoeslag": "de norm zonder vakantietoeslag",
    "participatiewet.persoonsnorm_22a": "de kostendelersnorm",
    "participatiewet.procent_overig": "de verlaging voor andere gedragingen",
    "participatiewet.recht_ontstaan_gezin": "de eerste dag van het recht",
    "participatiewet.studietoeslag_minimum": "de laagste studietoeslag",
    "participatiewet.studietoeslag_per_maand": "de studietoeslag per maand",
    "participatiewet.telt_bedrag": "het meetellende bedrag",
    "participatiewet.telt_terug_vanaf": "het startpunt van het terugtellen",
    "participatiewet.verhoging_inrichting": "de verhoging in een inrichting",
    "participatiewet.verhoging_jongere": "de verhoging voor een jongere",
    "participatiewet.verlaging_maand_1": "de verlaging in de eerste maand",
    "participatiewet.verlaging_maand_2": "de verlaging in de tweede maand",
    "participatiewet.verlaging_maand_3": "de verlaging in de derde maand",
    "participatiewet.vermogen": "het vermogen",
    "participatiewet.vermogen_bruto": "het bezit zonder aftrek van schulden",
    "participatiewet.vermogen_in_aanmerking": "het meetellende vermogen",
    "participatiewet.vermogensgrens": "de vermogensgrens",
    "participatiewet.voorliggend_deel": "de vergoeding van de andere regeling",
    "participatiewet.voorschot_minimum": "het laagste voorschot",
    "participatiewet.vorige_keren": "het aantal eerdere keren",
    "participatiewet.vorm_bijstand": "de vorm van de bijstand",
    "participatiewet.vrijlating_loon": "de vrijlating van loon",
    "participatiewet.vrijlating_n": "de vrijlating van een kwart van het loon",
    "participatiewet.vrijlating_pensioen": "de vrijlating van pensioen",
    "participatiewet.vrijlating_r": "de vrijlating voor alleenstaande ouders",
    "participatiewet.vrijlating_y": "de vrijlating bij medische urenbeperking",
    "participatiewet.vrijlating_z": "de vrijlating bij loonkostensubsidie",
    "participatiewet.vroegste_aanvraag": "de eerste dag waarop een aanvraag kan",
    "participatiewet.woning_boven_grens": "de overwaarde van het huis boven de grens",
    "uitvoeringsbesluit_wmo.bijdrage_volgens_tarief": "de bijdrage volgens het tarief",
    "uitvoeringsbesluit_wmo.bijdrage_wmo": "de eigen bijdrage voor de Wmo",
    "uitvoeringsbesluit_wmo.ruimte_tot_kostprijs": "wat er nog rest tot de kostprijs",
    "wmo.pgb_geweigerd_per_week": "het geweigerde deel van het pgb per week",
    "wmo.pgb_tarief": "het pgb-tarief van de gemeente",
    "wmo.pgb_uurtarief": "het uurtarief van het pgb",
    "wmo.te_dragen_uren": "het aantal gevraagde uren dat de regels toelaten",
    "wmo.toe_te_kennen_uren": "het aantal uren dat nodig is",
    "wmo.volgorde": "de volgorde",
}
"""Concepts with a value, as noun phrases, by qualified name."""
