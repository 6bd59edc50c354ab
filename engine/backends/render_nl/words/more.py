"""Names that lists and headings show and that had no reading yet: clauses and noun phrases."""

MORE_CLAUSES = {
    "beleid_noemt_bevoegdheid": (
        "de bekendmaking van het beleid [|niet ]noemt uit welk voorschrift de bevoegdheid volgt"
    ),
    "beleid_over_eigen_bevoegdheid": (
        "het beleid over een bevoegdheid van [dit orgaan zelf|een ander orgaan] gaat"
    ),
    "steunt_op_beleidsregel": "[|niet ]wordt verwezen naar een vastgestelde beleidsregel",
    "awb.beleid_noemt_wet_niet": (
        "bij de bekendmaking van het beleid [niet|wel] staat uit welke wet de bevoegdheid volgt"
    ),
    "awb.beleid_zonder_bevoegdheid": (
        "het voornemen rust op beleid over een bevoegdheid die dit orgaan [niet|wel] heeft"
    ),
    "omgekeerde_toets.aanvraag_na_melding": "de aanvraag [|niet ]later kwam dan de melding",
    "omgekeerde_toets.bijdrage_in_beeld": (
        "het huishouden de eigen bijdrage [|niet ]betaalt of misschien gaat betalen"
    ),
    "omgekeerde_toets.gaat_over_wmo": "het [|niet ]gaat om een voorziening of pgb van de Wmo 2015",
    "omgekeerde_toets.giften_boven_grens": "de giften van dit jaar [|niet ]meer zijn dan vrij is",
    "omgekeerde_toets.kosten_onder_drempel": "de kosten [|niet ]onder het drempelbedrag blijven",
    "omgekeerde_toets.paar_in_gezin": "er [|geen ]twee partners in het gezin zijn",
    "omgekeerde_toets.pgb_anders_gebruikt": "het pgb [|niet ]aan iets anders is besteed",
    "omgekeerde_toets.pgb_weigeringsgrond": (
        "[|niet ]kan spelen dat het pgb duurder is dan natura of eerder is ingetrokken"
    ),
    "omgekeerde_toets.te_laat_beslist": "[|niet ]na het einde van de termijn is beslist",
    "omgekeerde_toets.tekort_voor_melding": "het geldgebrek [|niet ]voor de melding begon",
    "omgekeerde_toets.vermogen_telt_mee": "er [|geen ]bezit boven de grens is",
    "omgekeerde_toets.jongere_18_20": "er [iemand|niemand] van 18 tot 21 jaar in het gezin is",
    "omgekeerde_toets.kosten_open": (
        "kosten bij deze behoefte [niet|wel] al zijn geweigerd om artikel 13, 14 of 15"
    ),
    "participatiewet.kring_van_gerechtigden": (
        "{s} [Nederlander is of daarmee is gelijkgesteld"
        "|geen Nederlander is en daarmee ook niet is gelijkgesteld]"
    ),
    "participatiewet.maatregel_aan_de_orde": "een maatregel [|niet ]aan de orde is",
    "wmo.identiteit_nog_vaststellen": (
        "de gemeente [nog|niet meer] moet vaststellen wie de inwoner is"
    ),
}
"""Facts by name, all else by qualified name."""

MORE_NOUNS = {
    "andere_wet_dekt": "de andere wet die deze hulp kan geven",
    "verblijf_jeugd": "de plek waar het kind gaat wonen",
    "verwezen_door": "wie naar deze hulp heeft verwezen",
    "jeugdwet.jw_pgb_toegestaan": "de ruimte voor een pgb voor jeugdhulp",
    "betaald_op": "de dag van de betaling",
    "bezwaar_opschorting_dagen": "het aantal dagen stilstand van de beslissing op bezwaar",
    "dwangsom_vastgesteld_op": "de dag van het besluit over de dwangsom",
    "uitleg_gegeven_op": "de dag van de uitleg",
    "awb.kosten_bezwaar_vergoeden": "de vergoeding van de kosten van het bezwaar",
    "awb.kwijtgescholden": "het bedrag dat niet meer hoeft te worden betaald",
    "awb.kwijtschelden": "het bedrag met onevenredige gevolgen van invorderen",
    "awb.laatste_dag_dwangsom": "de laatste dag om de dwangsom vast te stellen",
    "bedrag_mogelijk": "het bedrag van de andere uitkering per maand",
    "eerdere_maatregelen": "de eerdere maatregelen",
    "gedragingen": "het gedrag waarvoor een maatregel kan volgen",
    "giften": "de giften van dit jaar",
    "identiteit_getoond_met": "het document waarmee de inwoner liet zien wie hij is",
    "mogelijke_uitkeringen": "de andere uitkeringen die mogelijk zijn",
    "omstandigheden": "wat er nog meer speelt",
    "ontvangsten": "het andere geld dat binnenkomt",
    "soort_uitstel": "de soort uitgesteld inkomen",
    "te_gelde_op": "de dag waarop het geld er echt is",
    "uitgesteld_inkomen": "het geld dat bij een andere maand hoort",
    "uitstel_per_maand": "het bedrag van dat geld per maand",
    "verblijf_buitenland": "het verblijf in het buitenland dit jaar",
    "verdiend_tot": "de laatste dag waar dat geld bij hoort",
    "verdiend_van": "de eerste dag waar dat geld bij hoort",
    "verplichtingen": "de verplichtingen bij andere organisaties",
    "vertegenwoordigers": "wie voor de inwoner kan optreden",
    "voorzieningen": "de voorzieningen van de Wmo die er al zijn",
    "ww_eindigt_op": "de laatste dag van de WW-uitkering",
    "awb.bezwaar_ontvankelijk": "de ontvankelijkheid van het bezwaar",
    "participatiewet.recht_op_bijstand": "het recht op bijstand",
    "participatiewet.recht_op_voorschot": "het recht op een voorschot",
    "participatiewet.tekort_andere_oorzaak": "het deel van het geldtekort met een andere oorzaak",
    "participatiewet.telt_uitgesteld": "wat in deze maand meetelt van geld van een andere maand",
    "participatiewet.voorliggend_levensonderhoud": "wat een andere uitkering hieraan geeft",
    "participatiewet.vroegste_melding_ww": "de vroegste dag van melden bij WW",
    "wmo.pgb_toegestaan": "de ruimte voor een pgb",
}
"""Facts and lists by name, all else by qualified name."""
