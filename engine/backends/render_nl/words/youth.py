"""Names of the Jeugdwet and of the act on debts: clauses, nouns and plain words."""

from engine.backends.render_nl.words.support import SUPPORT_JUDGED

YOUTH_CLAUSES = {
    "aantal_weken_verteld": "[|niet ]is verteld hoeveel weken het duurt",
    "andere_wet_dekt": "{v} deze hulp [|niet ]ook kan geven",
    "andere_wet_dekt=geen": "[geen|wel een] andere wet deze hulp ook kan geven",
    "andere_wet_dekt=andere": "[een andere|geen andere] wet deze hulp ook kan geven",
    "blijvend_toezicht_en_zorg": "{s} blijvend toezicht en bepaalde zorg [|niet ]nodig heeft",
    "eerder_schuldhulp": "{s} [al eens|niet eerder] schuldhulp had",
    "fraude_benadeelde_bestuur": "{s} een overheid [|niet ]door fraude heeft benadeeld",
    "fraude_staat_onherroepelijk_vast": (
        "daarvoor [een|geen] onherroepelijke veroordeling of sanctie is"
    ),
    "gesprek_aangeboden": "[een|geen] eerste gesprek is aangeboden",
    "keuze_geboden": "het gezin [|niet ]kon kiezen tussen hulp",
    "krijgt_jeugdhulp": "het kind [|geen ]jeugdhulp krijgt of gaat krijgen",
    "krijgt_schuldhulp": "{s} [|geen ]schuldhulp vraagt of krijgt",
    "meer_oorzaken": "er [meer oorzaken zijn|niet meer oorzaken zijn]",
    "pgb_jeugdhulp": "{s} [een|geen] pgb voor jeugdhulp heeft",
    "rechtmatig_verblijf": "{s} [|geen ]rechtmatig verblijf heeft",
    "reclassering_of_voogdij": (
        "een gecertificeerde instelling [|niet ]jeugdreclassering doet of voogdij heeft"
    ),
    "signaal_achterstand": "er [een|geen] signaal van achterstanden is",
    "verblijf_jeugd": "het kind [|niet ]in {v} gaat wonen",
    "verlengde_jeugdhulp": "de jeugdhulp [|niet ]doorloopt na 18 jaar",
    "verwezen_door": "{v} [|niet ]naar deze hulp heeft verwezen",
    "verwezen_door=niemand": "[niemand|iemand] naar deze hulp heeft verwezen",
    "voortzetting_gevraagd": "het gezin [|niet ]om voortzetting heeft gevraagd",
    "zelfde_hulp_als_voor_verhuizing": "dit [|niet ]dezelfde hulp is als voor de verhuizing",
    "ziet_af_van_schuldhulp": "de inwoner [|niet ]zelf van schuldhulp afziet",
    "jeugdwet.andere_aanspraak": "er [een|geen] aanspraak uit een andere wet bestaat",
    "jeugdwet.doelgroep_jeugdhulp": "{s} [|niet ]tot de doelgroep van de Jeugdwet hoort",
    "jeugdwet.familiegroepsplan_aanbieden": (
        "het gezin [nog|niet meer] de kans op een eigen plan moet krijgen"
    ),
    "jeugdwet.inlichtingenplicht_jeugd": "{s} inlichtingen over het pgb [|niet ]moet geven",
    "jeugdwet.jeugdhulp_in_beeld": "er [|geen ]jeugdhulp speelt",
    "jeugdwet.jeugdhulp_nodig": "jeugdhulp hiervoor [|niet ]nodig is",
    "jeugdwet.jeugdige": "{s} [|niet ]een jeugdige is",
    "jeugdwet.jw_herziening_mogelijk": "het college het besluit [|niet ]kan herzien of intrekken",
    "jeugdwet.jw_herzien_kiezen": "het college deze bevoegdheid [|niet ]gebruikt",
    "jeugdwet.jw_herzieningsgrond_juist": "deze grond zich [|niet ]echt voordoet",
    "jeugdwet.jw_invordering_mogelijk": "het college geld [|niet ]kan terugvorderen",
    "jeugdwet.jw_invorderen_kiezen": "het college het geld [|niet ]terugvordert",
    "jeugdwet.jw_meerkosten_weigeren": "het college het duurdere deel [|niet ]weigert",
    "jeugdwet.jw_natura_past_niet": "[goed|niet goed] is uitgelegd waarom natura niet past",
    "jeugdwet.jw_netwerk_met_pgb": "hulp uit het netwerk [|niet ]met een pgb kan",
    "jeugdwet.jw_pgb_kwaliteit": "de hulp uit het pgb [|niet ]van goede kwaliteit is",
    "jeugdwet.jw_pgb_toegestaan": "een pgb [|niet ]kan",
    "jeugdwet.jw_pgb_vaardig": "het gezin de taken van een pgb [|niet ]aankan",
    "jeugdwet.jw_voorrang_kiezen": "het college deze hulp [|niet ]aan de andere wet overlaat",
    "jeugdwet.jw_weigeren_na_intrekking": (
        "het college een pgb [|niet ]weigert om een eerdere intrekking"
    ),
    "jeugdwet.kind_met_blijvend_toezicht": (
        "{s} [een|geen] kind onder de 18 is met blijvend toezicht, of daar ouder van is"
    ),
    "jeugdwet.keuze_niet_geboden": "het gezin [niet|wel] kon kiezen",
    "jeugdwet.kind_zonder_verblijf_telt": "een kind zonder rechtmatig verblijf [|niet ]meetelt",
    "jeugdwet.opgroeiprobleem": (
        "dit [|niet ]gaat om problemen bij opgroeien, om de psyche of om een stoornis"
    ),
    "jeugdwet.passende_jeugdhulp": "deze hulp [|niet ]bij het kind past",
    "jeugdwet.pleeggezin_eerst": "een pleeggezin of gezinshuis [|niet ]eerst komt",
    "jeugdwet.pleeggezin_niet_in_belang": (
        "een pleeggezin of gezinshuis aantoonbaar [niet|wel] in het belang van het kind is"
    ),
    "jeugdwet.steun_houdt_ouders_staande": "dit de ouders [|niet ]staande houdt",
    "jeugdwet.verblijf_jeugdwet": "{s} [|niet ]zo in Nederland verblijft dat de Jeugdwet geldt",
    "jeugdwet.vervoer_jeugd_nodig": "vervoer naar de hulp [|niet ]nodig is",
    "jeugdwet.voorlichting_ontbreekt": "uitleg over het pgb [|niet ]ontbreekt",
    "wgs.afkoeling_nodig": "een afkoelingsperiode [|niet ]nodig is",
    "wgs.afkoeling_voorwaarden": "aan de voorwaarden daarvoor [|niet ]is voldaan",
    "wgs.afkoeling_vragen": "het college de rechtbank [|niet ]om een afkoelingsperiode vraagt",
    "wgs.bedreiging_wgs": (
        "[|niet ]ontruiming, afsluiting of het einde van de zorgverzekering dreigt"
    ),
    "wgs.beschikking_bij_stoppen": "over het stoppen [een|geen] besluit nodig is",
    "wgs.bijzonder_niet_inwoner": "de omstandigheden [|niet ]bijzonder zijn",
    "wgs.doelgroep_schuldhulp": "{s} [|niet ]voor schuldhulp in aanmerking komt",
    "wgs.gesprek_na_signaal_open": "er na het signaal [nog geen|een] gesprek is aangeboden",
    "wgs.identiteit_schuldhulp": "de identiteit [nog|niet meer] moet worden vastgesteld",
    "wgs.inlichtingenplicht_wgs": "{s} inlichtingen over de schulden [|niet ]moet geven",
    "wgs.medewerkingsplicht_wgs": "{s} aan de schuldhulp [|niet ]moet meewerken",
    "wgs.niet_inwoner_helpen": "het college deze persoon van elders [|niet ]helpt",
    "wgs.plan_onder_beslagvrije_voet": "het plan [te weinig|genoeg] overlaat om van te leven",
    "wgs.problematische_schuld": "{s} de schulden [niet|wel] kan blijven betalen",
    "wgs.schuldhulp_passend": "deze hulp [|niet ]in een plan van aanpak past",
    "wgs.verblijf_schuldhulp": "{s} [|niet ]het verblijfsrecht heeft dat schuldhulp vraagt",
    "wgs.weigeren_eerder_gebruik": "het college [|niet ]weigert om eerdere schuldhulp",
    "wgs.weigeren_fraude": "het college [|niet ]weigert om fraude",
    "wgs.weken_niet_verteld": "[niet|wel] is verteld hoeveel weken het duurt",
}
"""Yes or no, and choices, as clauses; by name, qualified unless it is a fact."""

YOUTH_NOUNS = {
    "wgs.uiterste_dag_beschikking": "de laatste dag om over schuldhulp te beslissen",
    "wgs.weken_voor_beschikking": "het aantal weken om te beslissen",
    "beslagvrije_voet": "de beslagvrije voet",
    "eerste_gesprek_op": "de dag van het eerste gesprek voor dit besluit",
    "besluit_schuldhulp_op": "de dag van het besluit over schuldhulp",
    "geen_familieplan_op": "de dag waarop duidelijk is dat er geen familiegroepsplan komt",
    "hulpplan_gevraagd_op": "de dag van de vraag om het hulpplan op papier",
    "hulpplan_op": "de dag van het hulpplan",
    "hulpplan_schriftelijk_op": "de dag van het hulpplan op papier",
    "plan_laat_over": "het bedrag dat het plan overlaat",
    "verhuisd_op": "de dag van de verhuizing",
    "jeugdwet.eigen_kracht_gezin": "wat overblijft na wat het gezin zelf kan",
    "jeugdwet.familieplan_overslaan": "de reden om het familiegroepsplan over te slaan",
    "jeugdwet.jw_pgb_geweigerd_per_week": "het geweigerde deel van het pgb",
}
"""Amounts, dates and choices as noun phrases."""

YOUTH_JUDGED = {
    "jeugdwet.andere_aanspraak": "of u hiervoor hulp krijgt uit een andere wet",
    "jeugdwet.eigen_kracht_gezin": "wat uw gezin zelf kan, met de mensen om u heen",
    "jeugdwet.familieplan_overslaan": "of het gezin eerst zelf een plan maakt",
    "jeugdwet.jw_herzien_kiezen": "of zij het besluit verandert",
    "jeugdwet.jw_herzieningsgrond_juist": "of er een goede reden is om het besluit te veranderen",
    "jeugdwet.jw_invorderen_kiezen": "of u geld moet terugbetalen",
    "jeugdwet.jw_meerkosten_weigeren": "of zij het duurdere deel ook betaalt",
    "jeugdwet.jw_natura_past_niet": "of u goed uitlegt waarom andere hulp niet past",
    "jeugdwet.jw_pgb_kwaliteit": "of de hulp die u kiest goed is",
    "jeugdwet.jw_pgb_vaardig": "of u zelf met het geld voor hulp kunt omgaan",
    "jeugdwet.jw_voorrang_kiezen": "of een andere wet uw kind moet helpen",
    "jeugdwet.jw_weigeren_na_intrekking": "of u zelf hulp mag kopen na wat er eerder gebeurde",
    "jeugdwet.opgroeiprobleem": "of uw kind hulp nodig heeft bij opgroeien",
    "jeugdwet.passende_jeugdhulp": "of deze hulp bij uw kind past",
    "jeugdwet.pleeggezin_niet_in_belang": "of een pleeggezin goed is voor uw kind",
    "jeugdwet.steun_houdt_ouders_staande": "of u het hiermee als ouder volhoudt",
    "jeugdwet.vervoer_jeugd_nodig": "of uw kind vervoer naar de hulp nodig heeft",
    "wgs.afkoeling_nodig": "of er rust nodig is om een plan te maken",
    "wgs.afkoeling_voorwaarden": "of die rust in uw geval kan",
    "wgs.afkoeling_vragen": "of zij de rechter om die rust vraagt",
    "wgs.bijzonder_niet_inwoner": "of uw situatie bijzonder is",
    "wgs.niet_inwoner_helpen": "of zij u helpt, ook al woont u ergens anders",
    "wgs.problematische_schuld": "of u uw schulden nog kunt betalen",
    "wgs.schuldhulp_passend": "of deze hulp bij uw schulden past",
    "wgs.weigeren_eerder_gebruik": "of zij u nog een keer helpt met schulden",
    "wgs.weigeren_fraude": "of zij u helpt na wat er eerder gebeurde",
}
"""What is still judged, in plain words for a resident."""

LATER_JUDGED = SUPPORT_JUDGED | YOUTH_JUDGED
"""These, with those of the Wmo that came later."""
