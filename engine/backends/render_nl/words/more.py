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
    "aanbod_ineens": "het bedrag dat de inwoner in één keer aanbiedt",
    "beslagvrije_voet_inwoner": "de beslagvrije voet van de inwoner",
    "benadelingsbedrag": "het bedrag dat door de schending te veel is betaald",
    "boete_opgelegd_op": "de dag van die boete",
    "dag_van_de_schending": "de dag waarop het gemeld moest zijn",
    "eerdere_boetes": "de eerdere boetes",
    "geweigerde_uitkeringen": "de uitkeringen die eerst zijn gevraagd en geweigerd",
    "lijfrentes": "de lijfrentes",
    "maatregel_besloten_op": "de dag van het besluit over de verlaging",
    "maatregel_heroverwogen_op": "de dag waarop de verlaging opnieuw is bekeken",
    "maanden_vrijlating_34a": "het aantal maanden met vrijgelaten loon van vijftien procent",
    "ontheffing_9a_vanaf": "de eerste dag van de ontheffing",
    "opgeschort_op": "de eerste dag van de opschorting",
    "partner_overleden_op": "de dag waarop de partner overleed",
    "plan_9a_besproken_op": "de dag van het laatste gesprek over het plan van aanpak",
    "restschuld": "het bedrag dat nog open staat",
    "taaltoets_op": "de dag van de taaltoets",
    "participatiewet.aflossing_kiezen": "het bedrag dat per maand terug moet",
    "participatiewet.aflossing_per_maand": "de aflossing per maand",
    "participatiewet.alo_kop_maand": "de alleenstaande-ouderkop per maand",
    "participatiewet.bedrag_78gg": "het bedrag van de tegemoetkoming van artikel 78gg",
    "participatiewet.betaaltijdvak": "het moment van betalen",
    "participatiewet.boete_bedrag": "het bedrag van de boete",
    "participatiewet.boete_categorie_2": "de tweede boetecategorie",
    "participatiewet.boete_categorie_3": "de derde boetecategorie",
    "participatiewet.boete_categorie_5": "de vijfde boetecategorie",
    "participatiewet.boete_maximum": "de hoogste boete",
    "participatiewet.bufferbudget": "het bufferbudget",
    "participatiewet.bufferbudget_maximum": "het hoogste bufferbudget per jaar",
    "participatiewet.bufferbudget_toekennen": "het bufferbudget dat wordt gegeven",
    "participatiewet.inkomenstoeslag_bedrag": "de inkomenstoeslag",
    "participatiewet.lijfrentes_samen": "de waarde van alle lijfrentes samen",
    "participatiewet.maximum_34a_aow": (
        "het hoogste bedrag van die vrijlating vanaf de pensioenleeftijd"
    ),
    "participatiewet.nettominimumloon_jaar": "het nettominimumloon per jaar",
    "participatiewet.schade_jaar": "de schade in dit jaar",
    "participatiewet.taal_maatwerk": "de passende verlaging om de taal",
    "participatiewet.taal_verlaging": "de verlaging om de taal",
    "participatiewet.tegemoetkoming_78gg_hoogte": (
        "de hoogte van de tegemoetkoming van artikel 78gg"
    ),
    "participatiewet.terug_te_betalen": "het bedrag dat terug moet",
    "participatiewet.toeslag_24a": "de toeslag voor een ouder met een partner zonder recht",
    "participatiewet.vrijlating_34a": "de vrijlating van vijftien procent van het loon",
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
