"""Facts, concepts and norms of the Participatiewet that came after the first tables, as clauses.

Facts stand here by their name, all else by its qualified name.
"""

PARTICIPATIEWET = {
    "aanvragen_lukt_niet": "{s} zelf [geen|wel een] aanvraag kan doen",
    "acht_jaar_onderwijs_nederlands": "{s} [|geen ]acht jaar onderwijs in het Nederlands had",
    "adres_wijkt_af_van_brp": "het adres [|niet ]afwijkt van de basisregistratie",
    "adres_zonder_gevolg": "het andere adres [geen|wel] gevolg heeft voor het recht",
    "ander_taalbewijs": "{s} [een|geen] ander taalbewijs heeft",
    "celstraf_opgelegd": "er [een|geen] gevangenisstraf was",
    "contract_jaar_op_norm": "er [een|geen] contract van een jaar op het niveau van de norm was",
    "doelgroep_ondersteuning": "{s} [|niet ]bij de groep hoort die de gemeente aan werk helpt",
    "gedoogd_2026_loon_jongeren": "de gemeente loon van jongeren in 2026 [|niet ]vrijlaat",
    "gedoogd_2026_premie_jongeren": "de gemeente een premie van jongeren in 2026 [|niet ]vrijlaat",
    "gegeven_al_bij_overheid": "het college dit gegeven [|niet ]zelf kan zien",
    "groep_zorgverzekering": (
        "{s} [|niet ]bij de groep hoort voor de zorgverzekering van de gemeente"
    ),
    "huisbezoek_aangeboden": "[een|geen] huisbezoek is aangeboden",
    "identiteit_getoond_met": "{s} [|niet ]met {v} heeft laten zien wie hij is",
    "inburgeringsdiploma": "{s} [een|geen] diploma van de inburgering heeft",
    "inkomen_niet_boven_de_norm": "het inkomen [niet hoger|hoger] is dan de norm",
    "maand_onder_norm_door_verrekening": (
        "het inkomen [|niet ]onder de norm kwam door een verrekening"
    ),
    "mate_verwijt_boete": "in het besluit over de boete [|niet ]{v} staat",
    "meteen_opnieuw_gemeld": "{s} zich [|niet ]meteen opnieuw heeft gemeld",
    "minder_dan_gezin_met_bijstand": (
        "het huishouden van {s} [minder|niet minder] overhoudt dan een gezin met bijstand"
    ),
    "na_ontslag_37b": (
        "{s} [|niet ]is ontslagen uit een plaatsing van artikel 37b van het strafrecht"
    ),
    "niets_betaald": "de inwoner [niets|wel iets] heeft betaald",
    "ontheffing_9a_ingetrokken": "deze ontheffing van {s} [|niet ]is opgeschort of ingetrokken",
    "participatiewet.adres_dringende_redenen": (
        "er [|geen ]dringende redenen zijn om niet op te schorten"
    ),
    "participatiewet.adres_geen_verwijt": "het andere adres de inwoner [niet|wel] te verwijten is",
    "participatiewet.andere_vorm_kiezen": (
        "het college de bijstand [|niet ]in een andere vorm geeft"
    ),
    "participatiewet.belang_van_anderen": "de anderen in het gezin bijstand [|niet ]nodig hebben",
    "participatiewet.betaaltijdvak": "de bijstand [|niet ]wordt betaald per {v}",
    "participatiewet.betaaltijdvak_kiezen": "het college [|niet ]betaalt per {v}",
    "participatiewet.bijstand_in_andere_vorm": "de bijstand [|niet ]in een andere vorm komt",
    "participatiewet.bijstand_zonder_aanvraag": "er [|geen ]bijstand zonder aanvraag kan komen",
    "participatiewet.boete_kwijtgescholden": "de boete [|niet ]is kwijtgescholden",
    "participatiewet.boete_kwijtschelden": "het college de boete [|niet ]kwijtscheldt",
    "participatiewet.college_betaalt_vaste_lasten": "het college de vaste lasten [|niet ]betaalt",
    "participatiewet.echtgenoten_wonen_apart": "de echtgenoten [|niet ]apart wonen",
    "participatiewet.extra_plicht_kiezen": "het college [een|geen] extra plicht oplegt",
    "participatiewet.extra_verplichting": "{s} [een|geen] extra plicht heeft",
    "participatiewet.gaat_voor": "deze andere uitkering [|niet ]voorgaat",
    "participatiewet.gedraging_staat_vast": "de gedraging [|niet ]vaststaat",
    "participatiewet.geen_misdraging": (
        "{s} zich [niet|wel] mag misdragen tegen wie de wet uitvoert"
    ),
    "participatiewet.geen_uitzicht_op_meer_inkomen": (
        "{s} [geen|wel] uitzicht op meer inkomen heeft"
    ),
    "participatiewet.gegevens_verwijtbaar_weg": (
        "het de inwoner [|niet ]te verwijten is dat gegevens ontbreken"
    ),
    "participatiewet.herhaling_boete": "dit [|niet ]als herhaling telt",
    "participatiewet.hersteltermijn_voorbij": (
        "de hersteltermijn [|niet ]voorbij is zonder dat de gegevens er zijn"
    ),
    "participatiewet.herzien_om_adres": "het college om het adres [mag|niet mag] herzien",
    "participatiewet.huisbezoek_evenredig": "het huisbezoek [|niet ]nodig was",
    "participatiewet.identiteit_in_orde": (
        "[|niet ]op een toegestane manier is vastgesteld wie {s} is"
    ),
    "participatiewet.inkomenstoeslag_geven": "het college de toeslag [|niet ]geeft",
    "participatiewet.inkomenstoeslag_zonder_aanvraag": "de toeslag [ook|niet] zonder aanvraag kan",
    "participatiewet.intrekken_kiezen": "het college de bijstand [|niet ]intrekt",
    "participatiewet.intrekken_na_opschorting": (
        "het college na de opschorting [mag|niet mag] intrekken"
    ),
    "participatiewet.jongeren_via_7a": "hulp aan jongeren [|niet ]alleen via artikel 7a loopt",
    "participatiewet.lid_4_rekent_met_gehuwdennorm": (
        "het inkomen van een partner die apart woont [|niet ]tegen de norm voor gehuwden wegvalt"
    ),
    "participatiewet.maatregel_in_gezin": (
        "er voor iemand in het gezin [een|geen] verlaging overblijft"
    ),
    "participatiewet.mate_van_verwijt": "er [|niet ]sprake is van {v}",
    "participatiewet.medewerkingsplicht": "{s} [moet|niet hoeft te] meewerken",
    "participatiewet.onderhoud_aan_te_spreken": (
        "{s} [|niet ]om onderhoud van een ander moet vragen"
    ),
    "participatiewet.onderhoud_vragen": "het college [|niet ]vraagt om onderhoud te vorderen",
    "participatiewet.ondersteuning_toch_nodig": "hulp in de zoektermijn [toch|niet] nodig is",
    "participatiewet.opschorting_verplicht": "het college [moet|niet hoeft te] opschorten",
    "participatiewet.plan_van_aanpak": "{s} [een|geen] plan van aanpak krijgt",
    "participatiewet.pleegkind_telt_bij_19a": (
        "een vroeger pleegkind ook bij een kostganger [|niet ]als familie telt"
    ),
    "participatiewet.plichten_afstemmen": "de plichten van {s} [|niet ]worden: {v}",
    "participatiewet.recht_op_inkomenstoeslag": "{s} [|geen ]inkomenstoeslag kan krijgen",
    "participatiewet.recht_op_tegemoetkoming_78gg": "{s} [een|geen] tegemoetkoming krijgt",
    "participatiewet.scholingsplicht_9a": "{s} [|niet ]aan scholing moet werken",
    "participatiewet.stoppen_kiezen": "het college [|niet ]stopt met terugvorderen",
    "participatiewet.stoppen_met_terugvorderen": (
        "het college [|niet ]kan stoppen met terugvorderen"
    ),
    "participatiewet.taal_aangetoond": "{s} [|niet ]heeft aangetoond genoeg Nederlands te kennen",
    "participatiewet.taal_dringende_redenen": (
        "er [|geen ]dringende redenen zijn om de verlaging aan te passen"
    ),
    "participatiewet.taal_geen_verwijt": "{s} over de taal [niets|wel iets] te verwijten is",
    "participatiewet.taal_inzet": "{s} [|niet ]wil leren en vooruitgaat zoals verwacht",
    "participatiewet.taaltoets_nodig": "{s} [een|geen] taaltoets moet doen",
    "participatiewet.tekortschietend_besef": (
        "de inwoner [|niet ]te weinig besef van verantwoordelijkheid toonde"
    ),
    "participatiewet.terugvordering_van_ander": (
        "het college [ook|niet ook] van een ander terugvordert"
    ),
    "participatiewet.uitkering_passend": (
        "de andere uitkering voor deze persoon [|niet ]te krijgen, genoeg en passend is"
    ),
    "participatiewet.vakantietoeslag_nu": "de vakantietoeslag nu [|niet ]wordt betaald",
    "participatiewet.van_ander_terugvorderen": "het college [|niet ]van deze ander terugvordert",
    "participatiewet.verrekenen_kiezen": "het college dit [|niet ]met de bijstand verrekent",
    "participatiewet.verrekening_mogelijk": "het college [mag|niet mag] verrekenen",
    "participatiewet.verrekening_verplicht": "het college [moet|niet hoeft te] verrekenen",
    "participatiewet.voorschot_bijzonder": (
        "er [een|geen] voorschot op bijzondere bijstand kan zijn"
    ),
    "participatiewet.voorschot_bijzonder_kiezen": (
        "het college [een|geen] voorschot op bijzondere bijstand geeft"
    ),
    "participatiewet.voorschot_statushouder": (
        "het college in de zoektermijn [een|geen] voorschot geeft"
    ),
    "participatiewet.voorschot_zoektermijn": "er in de zoektermijn [een|geen] voorschot kan zijn",
    "participatiewet.voorziening_noodzakelijk": "het college deze hulp [|niet ]nodig vindt",
    "participatiewet.vrijlating_34a_verlengen": "het college de vrijlating [|niet ]verlengt",
    "participatiewet.zeer_ernstig_misdragen": (
        "de inwoner zich [|niet ]zeer ernstig heeft misdragen"
    ),
    "partner_weigert_aanvraag": "de partner van {s} de aanvraag [niet|wel] mee ondertekent",
    "pleegkind_geweest": "de een vroeger [een|geen] pleegkind van de ander was",
    "schending_opnieuw_binnen_een_jaar": "binnen een jaar [opnieuw|niet opnieuw] is geschonden",
    "schending_opnieuw_binnen_vijf_jaar": (
        "binnen vijf jaar [opnieuw|niet opnieuw] dezelfde plicht is geschonden"
    ),
    "soort_geweigerd": "het [|niet ]ging om {v}",
    "soort_mogelijk": "het [|niet ]gaat om {v}",
    "soort_uitstel": "het [|niet ]gaat om geld dat is {v}",
    "taaltoets_1f_gehaald": "{s} de taaltoets [|niet ]heeft gehaald",
    "uitzicht_op_betaling": "[|niet ]te verwachten is dat de inwoner nog gaat betalen",
    "uwv_helpt_met_werk": "het UWV {s} [al|niet] helpt bij het vinden van werk",
    "verhuizen_enige_weg": "het werk [alleen|niet alleen] met een verhuizing kon",
    "vermoeden_weinig_taal": "het college [|niet ]vermoedt dat {s} te weinig Nederlands kent",
    "verplichting=misdraging": "het [|niet ]gaat om een misdraging",
    "verplichting=ontheffing_ingetrokken": "het [|niet ]gaat om een ingetrokken ontheffing",
    "verplichting=tekort_aan_besef": (
        "het [|niet ]gaat om te weinig besef van verantwoordelijkheid"
    ),
    "vordering_wegens": "de vordering [|niet ]komt van {v}",
    "werkt_mee_aan_schuldregeling": "de inwoner [|niet ]meewerkt aan een schuldregeling",
    "wie_moet_terugbetalen": "het [|niet ]gaat om {v}",
    "woonsituatie_aangetoond": "de woonsituatie [|niet ]is aangetoond",
    "zorgverzekering_via_gemeente": "de gemeente [een|geen] zorgverzekering aanbiedt",
}
