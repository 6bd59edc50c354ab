"""Names of the Wmo and its neighbours that came later: clauses, nouns and plain words."""

SUPPORT_CLAUSES = {
    "heeft_betaald_werk": "{s} [|geen ]betaald werk heeft",
    "overtuiging_telt_mee": (
        "de inwoner [|niet ]wil dat de hulp past bij geloof, levensovertuiging of cultuur"
    ),
    "betaalbaar": "de inwoner dit aanbod [|niet ]kan betalen",
    "dichtstbijzijnde_school": "dit [|niet ]de dichtstbijzijnde toegankelijke school is",
    "duurzame_hulpverlening": "er [een|geen] vaste hulpverlener voor langere tijd is",
    "eigenaar_gehoord": "de eigenaar van de woning [|niet ]is gehoord",
    "feit_niet_gemeld": "de inwoner het feit [niet|wel] heeft gemeld",
    "feit_staat_in_registratie": "de gemeente het feit [|niet ]in een basisregistratie kon vinden",
    "gegevens_gevraagd": "de gemeente [|niet ]om gegevens voor het onderzoek vraagt",
    "besluit_ingetrokken": "het oude besluit [|niet ]is of wordt ingetrokken",
    "huurwoning": "de woning [|niet ]van een ander is",
    "in_bruikleen_of_uit_pgb": "{s} [|niet ]in bruikleen is gegeven of met een pgb is gekocht",
    "melding_bevestigd": "de gemeente de melding [|niet ]heeft bevestigd",
    "norm_objectief_onderzocht": "de norm [|niet ]objectief is onderzocht",
    "ouders_uit_het_gezag": "de ouders het gezag over het kind [|niet ]hebben verloren",
    "terug_van=inwoner": "het college [|niet ]van de inwoner zelf terugvordert",
    "terug_van=wie_meewerkte": "het college [|niet ]terugvordert van wie meewerkte",
    "uren_volgens_norm": "de uren [|niet ]met een norm zijn bepaald",
    "vervoersbehoefte_onderzocht": (
        "[|niet ]in kaart is gebracht waar, hoe vaak en hoe ver de inwoner wil reizen"
    ),
    "wil_niet_optreden": "{s} [niet|wel] wil optreden",
    "uitvoeringsbesluit_wmo.algemene_voorziening_aangewezen": (
        "de raad dit algemene aanbod [|niet ]heeft aangewezen"
    ),
    "uitvoeringsbesluit_wmo.bij_de_ouders": "de bijdrage [|niet ]bij de ouders komt",
    "uitvoeringsbesluit_wmo.vrijstelling_te_ver_terug": (
        "de ingangsdatum [meer dan|hooguit] 36 maanden terug ligt"
    ),
    "omgekeerde_toets.dient_het_doel": "het resultaat [|niet ]past bij waar de wet voor is",
    "omgekeerde_toets.past_bij_het_doel": "het resultaat [|niet ]past bij het doel van de wet",
    "wmo.afgestemd": "de hulp [|niet ]is afgestemd op wat er verder speelt",
    "wmo.afstemmen_op_bijstand": "er [|geen ]bijstand speelt",
    "wmo.afstemmen_op_jeugdhulp": "er [|geen ]jeugdhulp speelt",
    "wmo.afstemmen_op_onderwijs": "er [|geen ]onderwijs speelt",
    "wmo.afstemmen_op_overtuiging": "geloof, levensovertuiging of cultuur [|niet ]meetelt",
    "wmo.afstemmen_op_scholing": "er [|geen ]scholing speelt",
    "wmo.afstemmen_op_werk": "er [|geen ]betaald werk speelt",
    "wmo.afstemmen_op_zorg": "er [|geen ]zorg of behandeling speelt",
    "verordening_leerlingenvervoer_voorbeeldstad.kan_niet_zelf_reizen": (
        "de leerling [niet|wel] zelf kan reizen"
    ),
    "verordening_leerlingenvervoer_voorbeeldstad.onbillijk_school": (
        "vasthouden aan de verordening hier [|niet ]onbillijk is"
    ),
    "verordening_leerlingenvervoer_voorbeeldstad.ver_genoeg": "de school [|niet ]ver genoeg is",
    "wmo.aannemelijke_meerkosten": "extra kosten door de beperking [|niet ]aannemelijk zijn",
    "wmo.aanpassen_zonder_toestemming": (
        "de woning [|niet ]mag worden aangepast zonder toestemming van de eigenaar"
    ),
    "wmo.beschermd_tegen_beslag": "{s} [|niet ]beschermd is tegen verkoop en beslag",
    "wmo.duidelijk_van_belang": "het voor de inwoner [|niet ]duidelijk was dat dit van belang was",
    "wmo.eigenaar_nog_horen": "de eigenaar [nog|niet meer] gehoord moet worden",
    "wmo.gegevens_geven": "de inwoner de gevraagde gegevens [moet|niet hoeft te] geven",
    "wmo.gegevens_te_krijgen": (
        "de gevraagde gegevens [|niet ]nodig zijn en redelijkerwijs te krijgen"
    ),
    "wmo.is_geen_besluit": "de brief [geen|wel een] besluit is",
    "wmo.mag_vertegenwoordigen": "{s} [|niet ]mag optreden voor de inwoner",
    "wmo.medewerkingsplicht_wmo": "{s} [moet meewerken|niet hoeft mee te werken]",
    "wmo.melding_niet_bevestigd": "de melding [nog niet|al] is bevestigd",
    "wmo.meldplicht_wmo": "{s} [moet|niet hoeft te] melden wat van belang is",
    "wmo.niet_gemeld": "de inwoner [niet|wel] meldde wat hij moest melden",
    "wmo.norm_niet_onderzocht": "de uren op een norm rusten die [niet|wel] is onderzocht",
    "wmo.ondersteuning_niet_genoemd": "[niet|wel] op cliëntondersteuning is gewezen",
    "wmo.opzet_van_ander": "de ander [|niet ]met opzet meewerkte",
    "wmo.pgb_niet_uitgelegd": "het pgb [niet|wel] is uitgelegd",
    "wmo.pgb_tarief_te_laag": "de hulp voor dit tarief [niet|wel] te krijgen is",
    "wmo.pgb_toereikend": "de inwoner de hulp met dit tarief [|niet ]echt kan kopen",
    "wmo.plan_niet_uitgelegd": "het persoonlijk plan [niet|wel] is uitgelegd",
    "wmo.spullen_beschermd": "{s} [|geen ]spullen heeft die beschermd zijn tegen beslag",
    "wmo.terugvordering_bij_ander_mogelijk": (
        "het college [|niet ]kan terugvorderen van wie meewerkte"
    ),
    "wmo.verslag_ontbreekt": "het verslag van het onderzoek [|niet ]ontbreekt",
    "wmo.vervoersbehoefte_ontbreekt": "de vervoersbehoefte [niet|wel] is onderzocht",
}
"""Yes or no, and choices, as clauses; by name, qualified unless it is a fact."""

SUPPORT_NOUNS = {
    "afstand_school_meter": "de afstand naar school in meters",
    "bijdrage_inkomen": "het inkomen waarmee het CAK rekent",
    "hoedanigheid": "wie dat voor de inwoner is",
    "kostprijs_per_keer": "de kostprijs per keer",
    "terug_van": "van wie wordt teruggevorderd",
    "vrijstelling_maanden": "het aantal maanden zonder bijdrage",
    "vrijstelling_vanaf": "de eerste dag zonder bijdrage",
    "uitvoeringsbesluit_wmo.bijdrage_per_gebruik": "de bijdrage per keer",
    "uitvoeringsbesluit_wmo.eerste_dag_weer_bijdrage": "de eerste dag dat de bijdrage weer geldt",
    "uitvoeringsbesluit_wmo.inkomen_huishouding": "het inkomen van de huishouding",
    "uitvoeringsbesluit_wmo.inkomensgrens_alleen": "de inkomensgrens voor wie alleen is",
    "uitvoeringsbesluit_wmo.inkomensgrens_samen": "de inkomensgrens voor een echtpaar",
    "uitvoeringsbesluit_wmo.prijs_algemene_voorziening": "de prijs van het algemene aanbod",
    "uitvoeringsbesluit_wmo.verlaging_bijdrage": "de verlaging van de bijdrage",
    "uitvoeringsbesluit_wmo.vroegste_vrijstelling": "de vroegste dag zonder bijdrage",
    "wmo.deel_terugvorderen": "het bedrag dat het college terugvordert",
    "wmo.hoogste_rang_vertegenwoordiging": "de hoogste plaats van wie wil optreden",
    "wmo.rang_vertegenwoordiging": "de plaats in de volgorde van de wet",
    "wmo.tegemoetkoming_meerkosten": "de tegemoetkoming voor meerkosten",
    "wmo.wetten_in_huishouden": "het aantal terreinen om op af te stemmen",
    "wmo.terug_te_vorderen": "het bedrag dat kan worden teruggevorderd",
}
"""Amounts, numbers, dates and choices as noun phrases."""

SUPPORT_JUDGED = {
    "verordening_leerlingenvervoer_voorbeeldstad.kan_niet_zelf_reizen": (
        "of uw kind zelf naar school kan reizen"
    ),
    "verordening_leerlingenvervoer_voorbeeldstad.onbillijk_school": (
        "of de regel voor uw kind te streng is"
    ),
    "omgekeerde_toets.dient_het_doel": "of dit past bij waar de wet voor is",
    "wmo.afgestemd": "of de hulp past bij wat er verder speelt",
    "wmo.aannemelijke_meerkosten": "of u extra kosten hebt door uw beperking",
    "wmo.deel_terugvorderen": "hoeveel geld u moet terugbetalen",
    "wmo.duidelijk_van_belang": "of u wist dat u dit moest melden",
    "wmo.gegevens_te_krijgen": "of u de papieren kunt krijgen waar zij om vraagt",
    "wmo.opzet_van_ander": "of iemand anders dit met opzet verkeerd deed",
    "wmo.pgb_toereikend": "of u de hulp met dit geld kunt kopen",
}
"""What is still judged, in plain words for a resident."""
