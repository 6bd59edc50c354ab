"""Facts that are yes or no, as clauses."""

FACTS = {
    "aanvrager": "{s} zelf [|geen ]hulp vraagt",
    "adviescommissie_bezwaar": "[een|geen] commissie over het bezwaar adviseert",
    "belastend_op_gegevens_derden": (
        "het voornemen [|niet ]rust op gegevens over de inwoner die niet van hem zelf komen"
    ),
    "beperking": "{s} [een|geen] beperking of psychisch of psychosociaal probleem heeft",
    "betaalt_bijdrage_bw_of_wlz": (
        "{s} [al een|nog geen] bijdrage voor beschermd wonen of de Wlz betaalt"
    ),
    "bijstand_hiervoor": (
        "de gemeente [al|geen] bijstand voor dezelfde kosten of voor dit kind geeft"
    ),
    "clientondersteuning_gewezen": (
        "de inwoner en zijn mantelzorger [|niet ]op gratis cliëntondersteuning zijn gewezen"
    ),
    "deskundige_gevraagd": "[een|geen] deskundige om advies is gevraagd",
    "deskundige_nodig": "voor deze hulpvraag [|geen ]bijzondere deskundigheid nodig is",
    "detentie_buiten_gevangenis": (
        "{s} [de straf buiten de gevangenis uitzit of verplichte zorg krijgt"
        "|de straf niet buiten de gevangenis uitzit en geen verplichte zorg krijgt]"
    ),
    "dienstplichtig": "{s} [|geen ]militaire dienst vervult",
    "doelgroep_loonkostensubsidie": "{s} [|niet ]bij de doelgroep loonkostensubsidie hoort",
    "duurder_dan_vergelijkbaar": "{s} [|niet ]duidelijk duurder is dan vergelijkbare spullen",
    "echt_beschikbaar": "het aanbod er nu [|niet ]echt is",
    "eerder_echtgenoten": (
        "zij [eerder met elkaar gehuwd waren of als gehuwd golden"
        "|niet eerder met elkaar gehuwd waren en ook niet als gehuwd golden]"
    ),
    "eerdere_waarschuwing_twee_jaar": (
        "de inwoner in de twee jaar daarvoor [al een|geen] waarschuwing kreeg"
    ),
    "eu_burger_kort_of_werkzoekend": (
        "{s} [een|geen] EU-burger is die hier korter dan drie maanden is of alleen werk zoekt"
    ),
    "eu_burger_zonder_recht_op_opvang": (
        "{s} [een|geen] EU-burger is die nog geen recht op sociale bijstand heeft"
    ),
    "familiegroepsplan": "er [een|geen] familiegroepsplan is",
    "familiegroepsplan_aangeboden": (
        "het gezin [|niet ]eerst zelf een familiegroepsplan heeft mogen maken"
    ),
    "gedetineerd": "{s} [|niet ]in detentie zit",
    "gegevens_aangevuld": "de inwoner de gegevens [alsnog|niet alsnog] heeft ingeleverd",
    "gegevensplicht_geschonden": (
        "de inwoner de gegevens die hij wettelijk moest geven [niet|wel] heeft gegeven"
    ),
    "gehuwd_of_geregistreerd": "zij [|niet ]met elkaar gehuwd of geregistreerd partner zijn",
    "geregistreerd_als_samenwonend": (
        "zij [|niet ]bij een andere regeling als samenwonend staan geregistreerd"
    ),
    "gevolgen_van_keuze_verteld": (
        "de inwoner [weet waar hij recht op heeft en daarna zelf heeft gekozen"
        "|niet weet waar hij recht op heeft of daarna niet zelf heeft gekozen]"
    ),
    "gevraagde_stukken_ontbreken": (
        "{s} [nog stukken|geen stukken meer] moet inleveren waar de gemeente om vroeg"
    ),
    "gezamenlijk_kind": "zij samen [een|geen] kind hebben",
    "had_geld_toen_schuld_ontstond": (
        "er genoeg geld voor de noodzakelijke kosten "
        "[was toen de schuld ontstond, of nu is|niet was toen de schuld ontstond, en nu niet is]"
    ),
    "heeft_tegemoetkoming_onderwijs": (
        "{s} [|geen ]studiefinanciering of [een |]tegemoetkoming voor school krijgt"
    ),
    "heeft_wajong": "{s} [|geen ]recht op een Wajong-uitkering heeft",
    "hersteltermijn_gegeven": (
        "de inwoner [een|geen] termijn heeft gekregen om de aanvraag aan te vullen"
    ),
    "huisgenoot": "degene die helpt [|niet ]in hetzelfde huis woont",
    "huisgenoot_gehoord": ("met de huisgenoot zelf [|niet ]is gesproken over wat hij kan doen"),
    "identiteit_vastgesteld": "de identiteit van {s} [|niet ]is vastgesteld",
    "in_inrichting": "{s} [|niet ]in een instelling voor verpleging of verzorging verblijft",
    "ingezetene": "{s} [|niet ]in de gemeente woont",
    "ingezetene_nederland": "{s} [|niet ]in Nederland woont",
    "inleg_voor_toetsperiode": "{s} [|niet ]alles meer dan vijf jaar geleden heeft ingelegd",
    "instemming": "degene die helpt [|niet ]zelf heeft gezegd dat hij dit wil doen",
    "inwoner_wil_dit": "de inwoner dit zelf [|niet ]wil",
    "medisch_urenbeperkt": "{s} [|niet ]om medische redenen urenbeperkt is verklaard",
    "nederlander": "{s} de Nederlandse nationaliteit [|niet ]heeft",
    "nooit_noodzakelijk_volgens_wet": (
        "het [|niet ]gaat om alimentatie, een boete, schade, een vrijwillige premie of een niet "
        "erkende behandeling"
    ),
    "onbetaald_verlof": "{s} [|niet ]door onbetaald verlof geld tekortkomt",
    "onderzocht_algemeen_aanbod": "[|niet ]is onderzocht welk algemeen aanbod er is",
    "onderzocht_behoeften": (
        "[|niet ]is onderzocht wat de inwoner nodig heeft, wie hij is en wat hij zelf wil"
    ),
    "onderzocht_bijdrage": "[|niet ]is verteld welke eigen bijdrage gaat gelden",
    "onderzocht_eigen_kracht": ("[|niet ]is onderzocht wat zelf of met hulp van huisgenoten lukt"),
    "onderzocht_mantelzorger": "[|niet ]is onderzocht wat de mantelzorger zelf nodig heeft",
    "onderzocht_netwerk": (
        "[|niet ]is onderzocht wat mantelzorgers en anderen willen en kunnen doen"
    ),
    "onderzocht_samenwerking": (
        "[|niet ]is onderzocht wat samenwerking met zorg, school, wonen, werk en inkomen kan "
        "bijdragen"
    ),
    "ontheffing_9a_gevraagd": (
        "{s} [|niet ]heeft gevraagd om niet te hoeven werken zolang het kind nog geen vijf jaar is"
    ),
    "ontmoedigd_aan_te_vragen": "de inwoner [|niet ]van een aanvraag is afgehouden",
    "onttrekt_zich_aan_straf": "{s} zich [|niet ]aan een straf onttrekt",
    "ontvangt_bijstand": (
        "{s} [bijstand krijgt of nu aanvraagt|geen bijstand krijgt en die nu ook niet aanvraagt]"
    ),
    "ouder_van": "{s} [|niet ]de ouder of stiefouder van {o} is",
    "ouders_zonder_middelen": (
        "{s} ouders heeft die [te weinig|genoeg] geld hebben om bij te dragen"
    ),
    "ouderschapsverlof": "{s} als alleenstaande ouder [|geen ]ouderschapsverlof heeft",
    "persoonlijk_plan": "de inwoner [een|geen] persoonlijk plan heeft ingeleverd",
    "pgb_door_netwerk": "de hulp uit het pgb [|niet ]van iemand uit het eigen netwerk komt",
    "pgb_eerder_ingetrokken": (
        "bij {s} [|niet ]eerder een besluit is ingetrokken wegens onjuiste gegevens, het niet "
        "nakomen van voorwaarden of ander gebruik"
    ),
    "pgb_uitgelegd": "[|niet ]in begrijpelijke taal over het pgb is verteld",
    "plan_betrokken": "het persoonlijk plan [|niet ]bij het onderzoek is gebruikt",
    "plan_uitgelegd": (
        "[|niet ]is verteld dat de inwoner binnen zeven dagen een persoonlijk plan mag inleveren"
    ),
    "pro_of_vso_afgelopen_jaar": (
        "{s} in het afgelopen jaar [|niet ]op het praktijkonderwijs of het vso zat"
    ),
    "psychische_problemen": "{s} [|geen ]psychische of psychosociale problemen heeft",
    "rechtsmiddel_vermeld": (
        "in het besluit [|niet ]staat hoe, waar en tot wanneer de inwoner bezwaar kan maken"
    ),
    "samenleven_door_zorgvraag": "zij [|niet ]samenwonen omdat de een zorg nodig heeft of geeft",
    "samenlevingscontract": (
        "zij [een|geen] samenlevingscontract hebben waarin zij voor elkaar bijdragen"
    ),
    "schriftelijk_commercieel_contract": (
        "zij samen [een|geen] schriftelijk huur- of kostgangerscontract met een zakelijke prijs "
        "hebben"
    ),
    "speciaal_voor_beperking": "{s} [|niet ]speciaal bedoeld is voor mensen met een beperking",
    "spoed_gesteld": "de inwoner [|niet ]zegt dat het niet kan wachten",
    "staakt_of_uitgesloten": (
        "{s} [|niet ]door een staking of uitsluiting op het werk geld tekortkomt"
    ),
    "steunt_op_afwijkende_gegevens": (
        "de weigering [|niet ]rust op gegevens die afwijken van wat de inwoner zelf heeft verteld"
    ),
    "steunt_op_vaste_gedragslijn": (
        "[|niet ]alleen wordt verwezen naar een vaste gewoonte die niet als beleid is vastgelegd"
    ),
    "student_19a": (
        "{s} [een bbl-opleiding volgt, of een opleiding die recht kan geven op "
        "studiefinanciering|geen bbl-opleiding volgt en ook geen opleiding die recht kan geven "
        "op studiefinanciering]"
    ),
    "studiefinanciering_mogelijk": "{s} voor een opleiding [|geen ]studiefinanciering kan krijgen",
    "stuk_doorgezonden": "het stuk [|niet ]met bericht aan de inwoner is doorgezonden",
    "stuk_voor_ander_orgaan": (
        "er [een|geen] brief of aanvraag ligt die voor een ander orgaan is"
    ),
    "te_veel_bijstand": "[|niet ]te veel of ten onrechte bijstand is betaald",
    "ten_laste_ouders_2_1_5": (
        "de bijdrage voor de woningaanpassing [|niet ]aan de ouders is opgelegd"
    ),
    "thuis_verlaten": "{s} de thuissituatie [|niet ]heeft verlaten",
    "uitreiziger": "{s} [|niet ]is uitgereisd naar een terroristische organisatie",
    "uitstel_meegedeeld": "voor het einde van de termijn [een|geen] nieuwe termijn is meegedeeld",
    "uren_vermeld": (
        "activiteiten, frequentie en uren [|niet ]in het verslag of het besluit staan"
    ),
    "verblijf_gelijkgesteld": (
        "{s} [een|geen] verblijfsrecht heeft dat voor de bijstand gelijkstaat aan de Nederlandse "
        "nationaliteit"
    ),
    "verblijfsprocedure_geeindigd": "de verblijfsprocedure van {s} [|niet ]is geëindigd",
    "verkrijgbaar": "{s} nu [|niet ]echt te krijgen is",
    "verslag_gegeven": (
        "de inwoner [een|geen] schriftelijk verslag van het onderzoek heeft gekregen"
    ),
    "verzonden_meer_dan_twee_jaar_later": (
        "het [|niet ]gaat om kosten van meer dan twee jaar voor de dag van verzending"
    ),
    "vlucht_voor_huiselijk_geweld": (
        "{s} [|niet ]uit huis is gegaan vanwege huiselijk geweld of het risico daarop"
    ),
    "volgt_onderwijs": "{s} nu [een|geen] opleiding volgt",
    "volledig_duurzaam_arbeidsongeschikt": (
        "{s} [|niet ]volledig en blijvend arbeidsongeschikt is verklaard"
    ),
    "voorliggend_noemt_niet_nodig": "de andere regeling [|niet ]zegt dat deze kosten onnodig zijn",
    "voorliggende_voorziening_bestaat": "er voor deze kosten [een|geen] andere regeling bestaat",
    "vrij_toegankelijk": (
        "de inwoner er [|niet ]terechtkan zonder dat de gemeente eerst zijn situatie onderzoekt"
    ),
    "weigert_ciz": "{s} [|niet ]weigert mee te werken aan een besluit van het CIZ",
    "werkt_terug": "het nadeel [|niet ]terugwerkt tot voor de dag van het besluit",
    "wijkt_af_van_advies": (
        "het voornemen [|niet ]afwijkt van een advies dat de wet voorschrijft"
    ),
    "wlz_11_1_1_lid_3": "{s} [|niet ]verzekerd is op grond van artikel 11.1.1, derde lid, Wlz",
    "wlz_aannemelijk": (
        "[|niet ]aannemelijk is dat {s} recht heeft op verblijf en zorg vanuit de Wlz"
    ),
    "wlz_indicatie": "{s} [|geen ]recht heeft op verblijf en zorg vanuit de Wlz",
    "zelfde_derde_verhuurder": (
        "zij [|niet ]allebei met een schriftelijk contract en een zakelijke prijs van dezelfde "
        "derde huren"
    ),
    "zelfde_hoofdverblijf": "zij [|niet ]in dezelfde woning wonen",
    "zienswijze_gevraagd": "de inwoner zijn kijk op de zaak [|niet ]heeft kunnen geven",
    "zorgt_voor_kind_van_zichzelf": "{s} [|niet ]de volle zorg voor een eigen kind heeft",
}
"""By name of the fact."""

CHOICES = {
    "ernst": "de nood [|niet ]{v} is",
    "geregistreerd_als": "{s} [|niet ]als {v} in de administratie staat",
    "grond_58_lid_2": "het [|niet ]gaat om grond {v} van artikel 58, tweede lid",
    "herzieningsgrond": "het [|niet ]gaat om grond {v}",
    "leefgebied": "het leefgebied [|niet ]{v} is",
    "mate": "de hulp de belemmering [|niet ]{v} wegneemt",
    "middel": "het [|niet ]gaat om {v}",
    "soort_besluit": "het besluit [|niet ]gaat over {v}",
    "soort_gift": "het [|niet ]gaat om {v}",
    "soort_lening_48": "{v} [|niet ]de reden voor een lening is",
    "soort_lening_48=geen_van_deze": "[geen van de|een van de] redenen voor een lening speelt",
    "soort_omstandigheid": "het [|niet ]gaat om {v}",
    "soort_ontvangst": "het [|niet ]gaat om {v}",
    "soort_oplossing": "het [|niet ]gaat om {v}",
    "soort_plicht": "het [|niet ]gaat om {v}",
    "soort_voornemen": "het [|niet ]gaat om {v}",
    "soort_voorziening": "het [|niet ]gaat om {v}",
    "verblijf_ub_2_1=bezwaar_op_tijd_tegen_intrekking": (
        "{s} [|niet ]op tijd bezwaar of beroep heeft ingesteld tegen de intrekking van het "
        "verblijf"
    ),
    "verblijf_ub_2_1=slachtoffer_wacht_op_vergunning": (
        "{s} [|niet ]als slachtoffer van huiselijk of eergerelateerd geweld op een "
        "vergunning wacht"
    ),
    "verblijf_ub_2_1=verlenging_op_tijd": (
        "{s} [|niet ]rechtmatig verbleef en op tijd opnieuw heeft aangevraagd"
    ),
    "verplichting": "het [|niet ]gaat om verplichting {v} van artikel 18, vierde lid",
    "verplichting=overig": "het [|niet ]gaat om een andere verplichting",
    "vorm": "{s} [|niet ]in de vorm {v} wordt gegeven",
    "vorm=geld": "{s} [|niet ]in geld wordt gegeven",
    "vorm=geen": "{s} [geen|wel een] vorm heeft",
    "vorm=natura": "{s} [|niet ]in natura wordt gegeven",
    "vorm=pgb": "{s} [|niet ]als pgb wordt gegeven",
    "wegens": "het [|niet ]ging om {v}",
}
"""By name, or by `name=value` where one value needs its own words."""
