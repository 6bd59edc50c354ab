"""Facts, concepts and norms of the Participatiewet that came after the first tables, as clauses.

Facts stand here by their name, all else by its qualified name.
"""

PARTICIPATIEWET = {
    "aanvragen_lukt_niet": "{s} zelf [geen|wel een] aanvraag kan doen",
    "adres_wijkt_af_van_brp": "het adres [|niet ]afwijkt van de basisregistratie",
    "adres_zonder_gevolg": "het andere adres [geen|wel] gevolg heeft voor het recht",
    "celstraf_opgelegd": "er [een|geen] gevangenisstraf was",
    "gegeven_al_bij_overheid": "het college dit gegeven [|niet ]zelf kan zien",
    "huisbezoek_aangeboden": "[een|geen] huisbezoek is aangeboden",
    "identiteit_getoond_met": "{s} [|niet ]met {v} heeft laten zien wie hij is",
    "inkomen_niet_boven_de_norm": "het inkomen [niet hoger|hoger] is dan de norm",
    "mate_verwijt_boete": "in het besluit over de boete [|niet ]{v} staat",
    "niets_betaald": "de inwoner [niets|wel iets] heeft betaald",
    "ontheffing_9a_ingetrokken": "deze ontheffing van {s} [|niet ]is opgeschort of ingetrokken",
    "participatiewet.adres_dringende_redenen": (
        "er [|geen ]dringende redenen zijn om niet op te schorten"
    ),
    "participatiewet.adres_geen_verwijt": "het andere adres de inwoner [niet|wel] te verwijten is",
    "participatiewet.belang_van_anderen": "de anderen in het gezin bijstand [|niet ]nodig hebben",
    "participatiewet.betaaltijdvak": "de bijstand [|niet ]wordt betaald per {v}",
    "participatiewet.betaaltijdvak_kiezen": "het college [|niet ]betaalt per {v}",
    "participatiewet.bijstand_zonder_aanvraag": "er [|geen ]bijstand zonder aanvraag kan komen",
    "participatiewet.boete_kwijtgescholden": "de boete [|niet ]is kwijtgescholden",
    "participatiewet.boete_kwijtschelden": "het college de boete [|niet ]kwijtscheldt",
    "participatiewet.echtgenoten_wonen_apart": "de echtgenoten [|niet ]apart wonen",
    "participatiewet.gedraging_staat_vast": "de gedraging [|niet ]vaststaat",
    "participatiewet.geen_misdraging": (
        "{s} zich [niet|wel] mag misdragen tegen wie de wet uitvoert"
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
    "participatiewet.intrekken_kiezen": "het college de bijstand [|niet ]intrekt",
    "participatiewet.intrekken_na_opschorting": (
        "het college na de opschorting [mag|niet mag] intrekken"
    ),
    "participatiewet.lid_4_rekent_met_gehuwdennorm": (
        "het inkomen van een partner die apart woont [|niet ]tegen de norm voor gehuwden wegvalt"
    ),
    "participatiewet.maatregel_in_gezin": (
        "er voor iemand in het gezin [een|geen] verlaging overblijft"
    ),
    "participatiewet.mate_van_verwijt": "er [|niet ]sprake is van {v}",
    "participatiewet.medewerkingsplicht": "{s} [moet|niet hoeft te] meewerken",
    "participatiewet.opschorting_verplicht": "het college [moet|niet hoeft te] opschorten",
    "participatiewet.plan_van_aanpak": "{s} [een|geen] plan van aanpak krijgt",
    "participatiewet.pleegkind_telt_bij_19a": (
        "een vroeger pleegkind ook bij een kostganger [|niet ]als familie telt"
    ),
    "participatiewet.plichten_afstemmen": "de plichten van {s} [|niet ]worden: {v}",
    "participatiewet.scholingsplicht_9a": "{s} [|niet ]aan scholing moet werken",
    "participatiewet.stoppen_kiezen": "het college [|niet ]stopt met terugvorderen",
    "participatiewet.stoppen_met_terugvorderen": (
        "het college [|niet ]kan stoppen met terugvorderen"
    ),
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
    "participatiewet.voorschot_statushouder": (
        "het college in de zoektermijn [een|geen] voorschot geeft"
    ),
    "participatiewet.voorschot_zoektermijn": "er in de zoektermijn [een|geen] voorschot kan zijn",
    "participatiewet.zeer_ernstig_misdragen": (
        "de inwoner zich [|niet ]zeer ernstig heeft misdragen"
    ),
    "partner_weigert_aanvraag": "de partner van {s} de aanvraag [niet|wel] mee ondertekent",
    "pleegkind_geweest": "de een vroeger [een|geen] pleegkind van de ander was",
    "schending_opnieuw_binnen_een_jaar": "binnen een jaar [opnieuw|niet opnieuw] is geschonden",
    "schending_opnieuw_binnen_vijf_jaar": (
        "binnen vijf jaar [opnieuw|niet opnieuw] dezelfde plicht is geschonden"
    ),
    "soort_uitstel": "het [|niet ]gaat om geld dat is {v}",
    "uitzicht_op_betaling": "[|niet ]te verwachten is dat de inwoner nog gaat betalen",
    "verplichting=misdraging": "het [|niet ]gaat om een misdraging",
    "verplichting=ontheffing_ingetrokken": "het [|niet ]gaat om een ingetrokken ontheffing",
    "verplichting=tekort_aan_besef": (
        "het [|niet ]gaat om te weinig besef van verantwoordelijkheid"
    ),
    "vordering_wegens": "de vordering [|niet ]komt van {v}",
    "werkt_mee_aan_schuldregeling": "de inwoner [|niet ]meewerkt aan een schuldregeling",
    "wie_moet_terugbetalen": "het [|niet ]gaat om {v}",
    "woonsituatie_aangetoond": "de woonsituatie [|niet ]is aangetoond",
}
