"""What is asked of a resident, in the u-form and in plain words, by name of the fact.

A fact that the resident has to prove is asked with its own question unless it stands here; a fact
that the college has to prove never is. `{wat}` is what the resident called the solution.
"""

ASKED = {
    "aanbod_ineens": "Welk bedrag kunt u in één keer betalen?",
    "aanvragen_lukt_niet": "Lukt het u op geen enkele manier om zelf een aanvraag te doen?",
    "inkomen_niet_boven_de_norm": (
        "Kunt u laten zien dat uw inkomen niet hoger is dan de bijstand?"
    ),
    "werkt_mee_aan_schuldregeling": (
        "Werkt u mee aan een regeling voor uw schulden? "
        "En is gevraagd of u een deel niet hoeft te betalen?"
    ),
    "woonsituatie_aangetoond": "Hebt u laten zien waar en met wie u woont?",
    "bedrag_per_maand": "Hoeveel krijgt u hiervan per maand?",
    "doelgroep_loonkostensubsidie": (
        "Kunt u door een beperking minder verdienen dan het minimumloon? "
        "Heeft het UWV of de gemeente dat vastgesteld?"
    ),
    "gehuwd_of_geregistreerd": "Bent u getrouwd met de ander? Of bent u geregistreerd partner?",
    "gezamenlijk_kind": "Hebben u en de ander samen een kind?",
    "graad_verwantschap": "Zijn u en de ander familie van elkaar? Hoe dan?",
    "huurwoning": "Is uw woning van iemand anders, bijvoorbeeld van een verhuurder?",
    "beperking": "Hebt u een beperking? Of hebt u psychische of sociale problemen?",
    "detentie_buiten_gevangenis": (
        "Zit u uw straf uit buiten de gevangenis? Of krijgt u verplichte zorg?"
    ),
    "identiteit_vastgesteld": "Hebt u laten zien wie u bent, bijvoorbeeld met een paspoort?",
    "immateriele_schadevergoeding": (
        "Kreeg u geld omdat u leed door iets ergs? Dat heet smartengeld. Hoeveel hebt u daarvan?"
    ),
    "instemming": "Heeft wie u helpt zelf gezegd dat hij dit wil doen?",
    "inwoner_wil_dit": "Wilt u dit zelf: {wat}?",
    "huisgenoot": "Woont wie u helpt bij u in huis?",
    "kosten_oplossing": "Wat kost dit één keer: {wat}?",
    "kosten_per_maand": "Wat kost dit per maand: {wat}?",
    "kosten_pgb_per_week": "Wat kost de hulp per week als u die zelf inkoopt?",
    "loon_netto": "Hoeveel loon krijgt u elke maand op uw rekening? Tel het vakantiegeld mee.",
    "looptijd": "Hoe lang is dit nodig: {wat}?",
    "medisch_urenbeperkt": (
        "Kunt u door ziekte of een beperking maar een deel van de week werken? "
        "Heeft het UWV dat vastgesteld?"
    ),
    "ouder_van": "Bent u de ouder of stiefouder van het kind?",
    "ouderschapsverlof": "Hebt u als alleenstaande ouder ouderschapsverlof?",
    "overig_inkomen": (
        "Hoeveel ander inkomen krijgt u elke maand op uw rekening? "
        "Tel toeslagen en ander geld dat u apart opgeeft niet mee."
    ),
    "persoonlijk_plan": "Hebt u zelf een plan gemaakt en bij de gemeente ingeleverd?",
    "pgb_door_netwerk": "Krijgt u de hulp van iemand die u kent, zoals familie of een vriend?",
    "pleegkind_geweest": "Was u vroeger een pleegkind van de ander? Of de ander van u?",
    "pro_of_vso_afgelopen_jaar": (
        "Zat u in het afgelopen jaar op het praktijkonderwijs of op speciaal onderwijs?"
    ),
    "psychische_problemen": "Hebt u psychische problemen, of problemen met mensen om u heen?",
    "samenleven_door_zorgvraag": "Woont u samen omdat een van u zorg nodig heeft of geeft?",
    "schriftelijk_commercieel_contract": (
        "Hebt u met de ander een contract op papier voor huur of kost en inwoning? "
        "En is de prijs gewoon?"
    ),
    "schulden": "Hoeveel schuld moet u echt terugbetalen? Tel de hypotheek niet mee.",
    "bezittingen": (
        "Hoeveel geld en spullen van waarde hebben u en uw kinderen samen? "
        "Uw huis en gewone spullen in huis tellen niet mee."
    ),
    "student_19a": (
        "Volgt u een opleiding waarbij studiefinanciering kan horen? Of leert en werkt u (bbl)?"
    ),
    "heeft_tegemoetkoming_onderwijs": "Krijgt u studiefinanciering of ander geld voor school?",
    "spoed_gesteld": "Hebt u meteen hulp nodig?",
    "speciaal_voor_beperking": "Is dit speciaal voor mensen met een beperking: {wat}?",
    "rechtmatig_verblijf": "Mag u volgens de wet in Nederland wonen?",
    "thuis_verlaten": "Bent u weggegaan uit het huis waar u woonde?",
    "volledig_duurzaam_arbeidsongeschikt": (
        "Is vastgesteld dat u helemaal niet meer kunt werken, en dat dit zo blijft?"
    ),
    "uren_gevraagd": "Hoeveel uur per week hebt u hiervoor nodig: {wat}?",
    "verblijf_gelijkgesteld": (
        "Hebt u een verblijfsrecht waarmee u bijstand kunt krijgen, net als een Nederlander?"
    ),
    "verkrijgbaar": "Kunt u dit nu ook echt krijgen: {wat}?",
    "duurder_dan_vergelijkbaar": "Is dit veel duurder dan zulke spullen normaal zijn: {wat}?",
    "verblijf_ub_2_1": "Loopt er een zaak over uw verblijf in Nederland? Welke?",
    "voorliggende_voorziening_bestaat": (
        "Weet u een andere regeling die hiervoor betaalt, zoals een verzekering?"
    ),
    "zelfde_derde_verhuurder": (
        "Huren u en de ander allebei van dezelfde verhuurder? Staat dat op papier?"
    ),
    "zelfde_hoofdverblijf": "Wonen u en de ander in hetzelfde huis?",
    "ontvangen_op": "Wanneer kreeg u de gift?",
    "waarde_gift": "Hoeveel was de gift aan u waard?",
    "soort_gift": (
        "Kreeg u geld, spullen of een voedselpakket? Of betaalde iemand kosten voor u?"
    ),
}
"""Questions with other words than those of the rules, or about facts that nobody has to prove."""

TO_PROVE = "aanvrager"
"""The side that has to prove a fact that may be asked of a resident."""
