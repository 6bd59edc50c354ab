"""Facts, concepts and norms of the Participatiewet that came after the first tables, as clauses.

Facts stand here by their name, all else by its qualified name.
"""

PARTICIPATIEWET = {
    "identiteit_getoond_met": "{s} [|niet ]met {v} heeft laten zien wie hij is",
    "participatiewet.echtgenoten_wonen_apart": "de echtgenoten [|niet ]apart wonen",
    "participatiewet.identiteit_in_orde": (
        "[|niet ]op een toegestane manier is vastgesteld wie {s} is"
    ),
    "participatiewet.lid_4_rekent_met_gehuwdennorm": (
        "het inkomen van een partner die apart woont [|niet ]tegen de norm voor gehuwden wegvalt"
    ),
    "participatiewet.medewerkingsplicht": "{s} [moet|niet hoeft te] meewerken",
    "participatiewet.plan_van_aanpak": "{s} [een|geen] plan van aanpak krijgt",
    "participatiewet.pleegkind_telt_bij_19a": (
        "een vroeger pleegkind ook bij een kostganger [|niet ]als familie telt"
    ),
    "participatiewet.uitkering_passend": (
        "de andere uitkering voor deze persoon [|niet ]te krijgen, genoeg en passend is"
    ),
    "participatiewet.voorschot_statushouder": (
        "het college in de zoektermijn [een|geen] voorschot geeft"
    ),
    "participatiewet.voorschot_zoektermijn": "er in de zoektermijn [een|geen] voorschot kan zijn",
    "pleegkind_geweest": "de een vroeger [een|geen] pleegkind van de ander was",
    "soort_uitstel": "het [|niet ]gaat om geld dat is {v}",
}
