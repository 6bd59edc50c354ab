"""Names that hold an amount, number, date or choice, as noun phrases with their article."""

FACT_NOUNS = {
    "aantal_hulpverleners": "het aantal hulpverleners en instanties bij dit huishouden",
    "aantal_regisseurs": "het aantal regisseurs",
    "aanvraag_op": "de dag van ontvangst van de aanvraag",
    "aanvraag_wmo_op": "de dag van de aanvraag",
    "aanvraagdatum": "de dag van de aanvraag",
    "afspraken_per_week": "het aantal afspraken met instanties per week",
    "bedrag": "het bedrag van het voornemen",
    "bedrag_dit_jaar": "de opbrengst hiervan in dit kalenderjaar",
    "bedrag_per_maand": "het bedrag per maand",
    "bekendgemaakt": "de dag van verzending of uitreiking van het besluit",
    "bekendgemaakt_op": "de dag van verzending van dat besluit",
    "beslist_wmo_op": "de dag van het besluit op de aanvraag",
    "besloten_op": "de dag van het besluit",
    "bezittingen": "de bezittingen",
    "bezwaar_gepost_op": "de dag van het posten van het bezwaar",
    "bezwaar_ontvangen_op": "de dag van ontvangst van het bezwaar",
    "bijdragen_tot_nu": "het totaal van de betaalde bijdragen",
    "datum_gedraging": "de dag van de gedraging",
    "dekking_voorliggend": "het bedrag uit de andere regeling",
    "einddatum": "de uiterste dag",
    "einde_huwelijk": "de einddag van het huwelijk",
    "ernst": "de ernst",
    "geboortedatum": "de geboortedatum",
    "geregistreerd_als": "de naam in de administratie",
    "gespaard_uit_bijstand": "het spaargeld uit de bijstand",
    "gesprek_schuldhulp_op": "de dag van het eerste gesprek over de schulden",
    "graad_verwantschap": "de graad van verwantschap",
    "grond_58_lid_2": "de grond van artikel 58, tweede lid",
    "herhaling_nr": "de hoeveelste keer",
    "hersteltermijn_einde": "de laatste dag om de aanvraag aan te vullen",
    "herzieningsgrond": "de grond voor herziening",
    "immateriele_schadevergoeding": "het smartengeld",
    "ingebrekestelling_op": "de dag van de ingebrekestelling",
    "inleg_per_jaar": "de hoogste inleg per jaar",
    "kosten_natura_per_week": "de kosten per week van dezelfde hulp in natura",
    "kosten_oplossing": "de eenmalige kosten",
    "kosten_opvang_nachten": "het aantal nachten achter elkaar in de opvang deze maand",
    "kosten_per_maand": "de kosten per maand",
    "kosten_pgb_per_week": "de kosten per week van de hulp uit het pgb",
    "kostprijs": "de kostprijs",
    "leefgebied": "het leefgebied",
    "loon_netto": "het nettoloon",
    "looptijd": "de looptijd",
    "maanden_ontheffing_9a": "het aantal eerdere maanden met die ontheffing",
    "maanden_vrijlating_gebruikt": "het aantal maanden met vrijgelaten loon",
    "maanden_vrijlating_loonkosten": (
        "het aantal maanden met vrijgelaten loon in de doelgroep loonkostensubsidie"
    ),
    "maanden_vrijlating_ouder": (
        "het aantal maanden met vrijgelaten loon als alleenstaande ouder"
    ),
    "mate": "de mate van wegnemen",
    "melding_schuldhulp_op": "de dag van de hulpvraag over schulden",
    "melding_wmo_op": "de dag van de melding bij de gemeente",
    "meldingsdatum": "de dag van de melding voor bijstand",
    "middel": "het middel",
    "nieuwe_termijn_tot": "de laatste dag van de meegedeelde nieuwe termijn",
    "onderzoek_klaar_op": "de einddag van het onderzoek",
    "ontvangen_op": "de dag van ontvangst van de gift",
    "op_bezwaar_beslist_op": "de dag van het besluit op bezwaar",
    "opgelegd_door": "wie het heeft opgelegd",
    "opschorting_dagen": "het aantal dagen stilstand",
    "over_wie": "degene over wie het gaat",
    "overig_inkomen": "het andere inkomen",
    "overwaarde_woning": "de overwaarde van het eigen huis",
    "persoonlijk_plan_op": "de dag van het persoonlijk plan",
    "recht_ontstaan_op": "de eerste dag van het geldtekort",
    "schulden": "de schulden",
    "soort_besluit": "de soort besluit",
    "soort_gift": "de soort gift",
    "soort_lening_48": "de reden voor een lening",
    "soort_omstandigheid": "de omstandigheid",
    "soort_ontvangst": "de soort ontvangst",
    "soort_oplossing": "de soort oplossing",
    "soort_plicht": "de soort verplichting",
    "soort_voornemen": "de soort voornemen",
    "soort_voorziening": "de soort voorziening",
    "stage_inkomen": "de stagevergoeding",
    "studie_beeindigd_op": "de laatste dag van de opleiding met recht op studiefinanciering",
    "terugkomst": "de laatste dag in het buitenland",
    "uren_gevraagd": "het gevraagde aantal uren",
    "uren_per_week": "het aantal uren per week",
    "verblijf_ub_2_1": "de procedure over het verblijf",
    "vermogensvrijlating_verbruikt": "het verbruikte deel van de vrijstelling voor vermogen",
    "verplichting": "de niet nagekomen verplichting",
    "vertrek": "de eerste dag in het buitenland",
    "vorm": "de vorm",
    "waarde_gift": "de waarde van de gift",
    "waarde_lijfrente": "de waarde van de lijfrente",
    "wegens": "de reden van de maatregel",
}
"""Facts, by name."""

AMOUNTS = {
    "beleid_bijzondere_bijstand_voorbeeldstad.maximum_witgoed": "het maximum voor witgoed",
    "beleid_wmo_voorbeeldstad.norm_uren_huishouden": (
        "het gebruikelijke aantal uren hulp bij het huishouden"
    ),
    "participatiewet.aow_leeftijd": "de pensioengerechtigde leeftijd",
    "participatiewet.basis_22a_3": "het vaste bedrag zonder kind",
    "participatiewet.basis_22a_3_kind": "het vaste bedrag met kind",
    "participatiewet.deel_voorschot": "het voorschotdeel",
    "participatiewet.deel_zonder_vakantietoeslag": "het deel zonder vakantietoeslag",
    "participatiewet.drempel_35": "het drempelbedrag",
    "participatiewet.grens_alleen": "de vermogensgrens voor een alleenstaande",
    "participatiewet.grens_gezin": "de vermogensgrens voor een gezin",
    "participatiewet.grens_woning": "de grens voor overwaarde van het eigen huis",
    "participatiewet.lijfrente_inleg": "de grens voor de inleg in een lijfrente",
    "participatiewet.lijfrente_waarde": "de grens voor de waarde van een lijfrente",
    "participatiewet.maximum_n": "het maximum van de vrijlating van een kwart van het loon",
    "participatiewet.maximum_premie": "het maximum van de premie voor werk",
    "participatiewet.maximum_r": "het maximum van de vrijlating voor alleenstaande ouders",
    "participatiewet.maximum_y": "het maximum van de vrijlating bij medische urenbeperking",
    "participatiewet.maximum_z": "het maximum van de vrijlating bij loonkostensubsidie",
    "participatiewet.minimumloon_maand": "het minimumloon per maand",
    "participatiewet.minimumloon_uur": "het minimumloon per uur",
    "participatiewet.norm_20_alleen": "de norm voor een alleenstaande van 18 tot 21 jaar",
    "participatiewet.norm_20_gemengd": "de norm voor gehuwden van wie één jonger is dan 21 jaar",
    "participatiewet.norm_20_gemengd_kind": (
        "de norm voor ouders van wie één jonger is dan 21 jaar"
    ),
    "participatiewet.norm_20_paar": "de norm voor gehuwden van 18 tot 21 jaar",
    "participatiewet.norm_20_paar_kind": "de norm voor ouders van 18 tot 21 jaar",
    "participatiewet.norm_21_a": "de norm voor een alleenstaande vanaf 21 jaar",
    "participatiewet.norm_21_b": "de norm voor gehuwden",
    "participatiewet.norm_22_a": "de norm voor een alleenstaande met pensioenleeftijd",
    "participatiewet.norm_22_bc": "de norm voor gehuwden met pensioenleeftijd",
    "participatiewet.norm_23_1_a": "de norm voor een alleenstaande in een inrichting",
    "participatiewet.norm_23_1_b": "de norm voor gehuwden in een inrichting",
    "participatiewet.pensioen_33_5_alleen": "het vrije pensioen van een alleenstaande",
    "participatiewet.pensioen_33_5_paar": "het vrije pensioen van gehuwden",
    "participatiewet.stage_vrij_36b_5": "de vrijstelling voor een stagevergoeding",
    "participatiewet.studietoeslag_15": "de studietoeslag bij 15 jaar",
    "participatiewet.studietoeslag_16": "de studietoeslag bij 16 jaar",
    "participatiewet.studietoeslag_17": "de studietoeslag bij 17 jaar",
    "participatiewet.studietoeslag_18": "de studietoeslag bij 18 jaar",
    "participatiewet.studietoeslag_19": "de studietoeslag bij 19 jaar",
    "participatiewet.studietoeslag_20": "de studietoeslag bij 20 jaar",
    "participatiewet.studietoeslag_21": "de studietoeslag vanaf 21 jaar",
    "participatiewet.verhoging_20_3": "de verhoging voor een jongere zonder steun van de ouders",
    "participatiewet.verhoging_23_2_a": "de verhoging voor een alleenstaande in een inrichting",
    "participatiewet.verhoging_23_2_b": "de verhoging voor gehuwden in een inrichting",
    "participatiewet.vrijstelling_giften": "de vrijstelling voor giften",
    "participatiewet.vrijwilligers_jaar": "het maximum voor vrijwilligerswerk per jaar",
    "participatiewet.vrijwilligers_maand": "het maximum voor vrijwilligerswerk per maand",
    "uitvoeringsbesluit_wmo.abonnementstarief": "het abonnementstarief",
    "uitvoeringsbesluit_wmo.tarief_2020": "het tarief van 2020",
    "uitvoeringsbesluit_wmo.tarief_2021": "het tarief van 2021 tot en met 2023",
    "uitvoeringsbesluit_wmo.tarief_2024": "het tarief van 2024",
    "uitvoeringsbesluit_wmo.tarief_2025": "het tarief van 2025",
    "verordening_wmo_voorbeeldstad.grens_verhuisprimaat": "de grens waarboven verhuizen voorgaat",
    "verordening_wmo_voorbeeldstad.maximum_uren_huishouden": (
        "het maximum aan uren hulp bij het huishouden"
    ),
    "verordening_wmo_voorbeeldstad.tarief_netwerk": "het pgb-tarief voor hulp uit het netwerk",
    "verordening_wmo_voorbeeldstad.tarief_professional": "het pgb-tarief voor een hulpverlener",
}
"""Indexed values, by qualified name."""

TABLES = {
    "awb.dwangsom_per_dag": "de tabel van de dwangsom per dag",
    "awb.uitloop_feestdag": "de tabel van dagen rond feestdagen",
    "participatiewet.draagkrachtschijven": "de draagkrachtschijven",
}
"""Tables, by qualified name."""

READINGS = {
    "awb.eerste_dag_telt": (
        "de dag waarop twee weken voorbij zijn [|niet ]zelf de eerste dag van de dwangsom is"
    ),
    "awb.telt_besluitdag": "de dag van het besluit [nog|niet] meetelt",
    "participatiewet.echtgenoot_zonder_recht_telt_in_a": (
        "de echtgenoot zonder recht [|niet ]meetelt"
    ),
    "participatiewet.herhaling_telt_vanaf_gedraging": (
        "de twaalf maanden [|niet ]vanaf de gedraging terugtellen"
    ),
    "participatiewet.spreiding_ook_bij_herhaling": (
        "de verlaging ook bij herhaling [|niet ]mag worden gespreid"
    ),
    "participatiewet.eigen_inkomen_boven_norm_telt_samen": (
        "eigen inkomen boven de norm [|niet ]meetelt als gezamenlijk inkomen"
    ),
    "participatiewet.gemengd_paar_krijgt_verhoging": (
        "een paar met een jongere de verhoging [|niet ]krijgt"
    ),
    "participatiewet.maximum_paar_is_gehuwdennorm": (
        "het maximum voor een paar [|niet ]de norm voor gehuwden is"
    ),
    "participatiewet.vrije_giften_per_persoon": (
        "het vrije bedrag aan giften [|niet ]voor ieder apart geldt"
    ),
    "participatiewet.verhoging_per_jongere": "de verhoging [|niet ]voor elke jongere apart geldt",
}
"""Unsettled readings as clauses, by qualified name."""
