"""Open norms (judgements and choices) as clauses, by qualified name."""

NORMS = {
    "awb.afwijking_gering": (
        "de afwijking van wat de inwoner zelf vertelde [|niet ]zo klein is dat horen "
        "niets toevoegt"
    ),
    "awb.ander_doel": (
        "de bevoegdheid [|niet ]wordt gebruikt voor een ander doel dan waarvoor zij is gegeven"
    ),
    "awb.buiten_behandeling_kiezen": "het college de aanvraag [|niet ]buiten behandeling laat",
    "awb.geen_dwangsom_verschuldigd": (
        "[|niet ]een van de redenen speelt waarom de wet geen dwangsom geeft"
    ),
    "awb.gelijk_geval": (
        "hetzelfde orgaan [een|geen] gelijk geval gunstiger heeft behandeld zonder goede reden "
        "voor het verschil"
    ),
    "awb.horen_achterwege": (
        "het college horen [|niet ]achterwege laat vanwege haast, omdat de inwoner al is gehoord "
        "of omdat het doel anders verloren gaat"
    ),
    "awb.horen_achterwege_geld": (
        "het college horen [|niet ]achterwege laat omdat het om geld gaat en alles in bezwaar "
        "weer goed te maken is"
    ),
    "awb.is_toezegging": "er [|niet ]iets is gezegd of gedaan dat als toezegging geldt",
    "awb.niet_verdisconteerd": (
        "er [|geen ]bijzondere omstandigheden zijn waar de wetgever niet aan dacht en die "
        "toepassing zo onaanvaardbaar maken dat de wet moet wijken"
    ),
    "awb.onevenredig_besluit": (
        "de nadelige gevolgen [|niet ]onevenredig zijn met het doel van het besluit"
    ),
    "awb.onevenredig_voornemen": (
        "de nadelige gevolgen van dit voornemen [|niet ]onevenredig zijn met het doel ervan"
    ),
    "awb.onnodige_schade": (
        "dit voornemen [|niet ]meer schade doet dan nodig is om het doel te bereiken"
    ),
    "awb.onvoldoende_gemotiveerd": (
        "de uitleg van het besluit [niet te volgen of niet|te volgen en wel] houdbaar is"
    ),
    "awb.onzorgvuldig_voorbereid": (
        "het college [kennis|geen kennis] mist van feiten of belangen die het had "
        "moeten verzamelen"
    ),
    "awb.rechtsonzeker": ("de inwoner [niet kon|kon] weten dat dit nadeel achteraf zou komen"),
    "awb.stukken_onvoldoende": (
        "er [|geen ]gegevens ontbreken die nodig zijn voor het besluit en die de inwoner "
        "redelijkerwijs kan krijgen"
    ),
    "awb.toezegging_toegerekend": (
        "de inwoner [|niet ]mocht denken dat dit namens het bevoegde orgaan was"
    ),
    "awb.verordening_onverbindend": (
        "dit voorschrift of wat het hier uitwerkt [|niet ]in strijd is met hoger recht"
    ),
    "awb.kon_besluit_verwachten": "de inwoner [|niet ]kon menen dat het besluit er al was",
    "awb.verschoonbaar": (
        "het de inwoner redelijkerwijs [niet|wel] kan worden verweten dat het bezwaar te laat is"
    ),
    "omgekeerde_toets.algemeen_aanbod_past": (
        "dit algemene aanbod [|niet ]bij de inwoner past, ook in geld en in vervoer"
    ),
    "omgekeerde_toets.belastbaar": (
        "degene die helpt dit [|niet ]kan dragen zonder zelf in de knel te komen"
    ),
    "omgekeerde_toets.samen_genoeg": ("de mensen die helpen {s} samen [|niet ]helemaal wegnemen"),
    "participatiewet.bijverdienen_medisch_onmogelijk": (
        "{s} door ziekte of een beperking naast de studie structureel [niets|wel iets] kan "
        "verdienen"
    ),
    "participatiewet.bijzonder": "de kosten [|niet ]voortkomen uit bijzondere omstandigheden",
    "participatiewet.boete_schending": (
        "[de schending is bewezen en de inwoner kan worden verweten"
        "|de schending niet is bewezen of de inwoner niet kan worden verweten]"
    ),
    "participatiewet.borgtocht_kiezen": (
        "het college [ervoor|er niet voor] kiest borg te staan voor een saneringskrediet"
    ),
    "participatiewet.drempel_toepassen": (
        "het college [ervoor|er niet voor] kiest het drempelbedrag toe te passen"
    ),
    "participatiewet.dringende_reden_schuld": (
        "er [zeer dringende redenen zijn om deze schuld te betalen en borg voor een "
        "saneringskrediet niet helpt|geen zeer dringende redenen zijn om deze schuld te betalen, "
        "of borg voor een saneringskrediet wel helpt]"
    ),
    "participatiewet.dringende_redenen_boete": (
        "het college [|niet ]om dringende redenen van de boete afziet"
    ),
    "participatiewet.dringende_redenen_maatregel": (
        "er door bijzondere omstandigheden [|geen ]dringende redenen zijn om de maatregel aan te "
        "passen"
    ),
    "participatiewet.dringende_redenen_terugvordering": (
        "het college [|niet ]om dringende redenen geheel van terugvordering afziet"
    ),
    "participatiewet.kon_onverschuldigd_begrijpen": (
        "de inwoner [|niet ]kon begrijpen dat dit ten onrechte werd betaald"
    ),
    "participatiewet.duurzaam_gescheiden": "zij [|niet ]blijvend gescheiden van elkaar leven",
    "participatiewet.elke_verwijtbaarheid_ontbreekt": (
        "de inwoner [helemaal niets|wel iets] kan worden verweten"
    ),
    "participatiewet.evident_geen_recht": (
        "nu al [|niet ]duidelijk vaststaat dat er geen recht op bijstand is"
    ),
    "participatiewet.geen_steun_van_ouders": (
        "de kosten van bestaan [hoger zijn dan de norm en de jongere niet op de ouders kan "
        "terugvallen|niet hoger zijn dan de norm, of de jongere op de ouders kan terugvallen]"
    ),
    "participatiewet.herzien_gebruiken": (
        "het college [ervoor|er niet voor] kiest te herzien of in te trekken"
    ),
    "participatiewet.inkeer": (
        "het college de maatregel [|niet ]herziet omdat zonder twijfel weer aan de plichten wordt "
        "voldaan"
    ),
    "participatiewet.inlichtingen_geschonden": (
        "de inwoner de inlichtingenplicht [|niet ]heeft geschonden"
    ),
    "participatiewet.kan_niet_beschikken": (
        "het gezin redelijkerwijs [niet|wel] over dit geld kan beschikken"
    ),
    "participatiewet.kan_onderwijs_volgen": (
        "{s} nu [een|geen] opleiding kan volgen die het Rijk betaalt"
    ),
    "participatiewet.lening_kiezen": (
        "het college [ervoor|er niet voor] kiest de bijstand als lening te geven"
    ),
    "participatiewet.mantelzorg_elders": (
        "{s} [|niet ]tijdelijk elders verblijft om mantelzorg te geven aan iemand met een "
        "intensieve zorgvraag"
    ),
    "participatiewet.meer_uren_onmogelijk": (
        "{s} volgens het college [niet|wel] meer uren kan werken"
    ),
    "participatiewet.noodzakelijk": "de kosten in deze situatie [|niet ]noodzakelijk zijn",
    "participatiewet.onderhoud_niet_te_gelde": (
        "van {s} redelijkerwijs [niet|wel] kan worden gevraagd om onderhoud bij de ouders af te "
        "dwingen"
    ),
    "participatiewet.ontbreken_verwijtbaar": (
        "het [|niet ]aan het gezin te verwijten is dat gevraagde stukken ontbreken"
    ),
    "participatiewet.ontheffing_geven": (
        "het college om dringende redenen de gevraagde tijdelijke ontheffing [|niet ]geeft"
    ),
    "participatiewet.ontheffing_kiezen": (
        "het college om dringende redenen [|geen ]tijdelijke ontheffing van de arbeidsplicht en "
        "de tegenprestatie verleent"
    ),
    "participatiewet.opschorten_kiezen": (
        "het college [|niet ]opschort omdat gevraagde gegevens verwijtbaar ontbreken"
    ),
    "participatiewet.overtuigd_opvang_scholing_belastbaar": (
        "het college er [|niet ]van overtuigd is dat kinderopvang, scholing en belastbaarheid van "
        "{s} geregeld zijn"
    ),
    "participatiewet.premie_helpt": (
        "de premie volgens het college [|niet ]helpt om aan het werk te komen"
    ),
    "participatiewet.te_laat_verwijtbaar": (
        "het college de bijstand [|niet ]later laat ingaan omdat de aanvraag verwijtbaar te laat "
        "na de melding kwam"
    ),
    "participatiewet.terugvorderen_gebruiken": (
        "het college [ervoor|er niet voor] kiest terug te vorderen"
    ),
    "participatiewet.verkoop_woning_niet_te_vragen": (
        "in redelijkheid [niet|wel] kan worden gevraagd het huis te verkopen of te belasten"
    ),
    "participatiewet.voorliggend_passend": (
        "de andere regeling voor deze persoon [|niet ]toereikend en passend is"
    ),
    "participatiewet.vrijlating_helpt": (
        "dit werk volgens het college [|niet ]helpt om (meer) aan het werk te komen"
    ),
    "participatiewet.waarschuwing_kiezen": "het college [|niet ]met een waarschuwing volstaat",
    "participatiewet.wederzijdse_zorg": (
        "zij [samen de kosten dragen of op een andere manier voor elkaar zorgen"
        "|niet samen de kosten dragen en ook niet op een andere manier voor elkaar zorgen]"
    ),
    "participatiewet.wil_geen_voorziening_9a": (
        "[|niet ]ondubbelzinnig blijkt dat {s} niet wil meewerken aan een voorziening"
    ),
    "participatiewet.wil_plichten_niet_nakomen": (
        "uit houding en gedrag [|niet ]ondubbelzinnig blijkt dat {s} de plichten niet wil nakomen"
    ),
    "participatiewet.zeer_dringende_redenen": (
        "er [een|geen] acute noodsituatie is die niet op een andere manier te verhelpen is"
    ),
    "participatiewet.zeer_dringende_redenen_kosten": (
        "er voor deze kosten [een|geen] acute noodsituatie is die niet op een andere manier te "
        "verhelpen is"
    ),
    "uitvoeringsbesluit_wmo.onvoldoende_betalingscapaciteit": (
        "het huishouden de bijdrage [niet|wel] kan betalen"
    ),
    "uitvoeringsbesluit_wmo.schaadt_persoonsgerichte_aanpak": (
        "de bijdrage [een|geen] integrale of persoonsgerichte aanpak schaadt die is gericht op "
        "zelf redden, thuis blijven of veiligheid"
    ),
    "uitvoeringsbesluit_wmo.schade_voor_kind": (
        "de bijdrage [|niet ]kan leiden tot mishandeling, verwaarlozing of ernstige schade voor "
        "een minderjarige"
    ),
    "verordening_wmo_voorbeeldstad.geschikte_woning_beschikbaar": (
        "er binnen redelijke tijd [een|geen] geschikte woning is"
    ),
    "verordening_wmo_voorbeeldstad.medisch_bezwaar_verhuizen": (
        "verhuizen om medische redenen [niet|wel] mogelijk is"
    ),
    "verordening_wmo_voorbeeldstad.onbillijk": (
        "deze verordening in dit bijzondere geval [|niet ]leidt tot een grote onbillijkheid"
    ),
    "wmo.ander_gebruik": (
        "de voorziening of het pgb [niet is gebruikt, of voor een ander doel"
        "|is gebruikt, en niet voor een ander doel]"
    ),
    "wmo.draagbaar_op_minimum": ("iemand met een inkomen op het minimum dit [|niet ]kan betalen"),
    "wmo.draagt_bij": "de hulp de belemmering [|niet ]{v} wegneemt",
    "wmo.duurzaam_gescheiden_wmo": "zij [|niet ]blijvend gescheiden van elkaar leven",
    "wmo.herzien_kiezen": "het college [ervoor|er niet voor] kiest deze bevoegdheid te gebruiken",
    "wmo.niet_zelf_handhaven": (
        "{s} zich nu [niet|wel] op eigen kracht in de samenleving kan handhaven"
    ),
    "wmo.onjuiste_gegevens": (
        "de inwoner [onjuiste of onvolledige gegevens gaf en het besluit met de juiste gegevens "
        "anders was geweest|geen onjuiste of onvolledige gegevens gaf, of het besluit met de "
        "juiste gegevens niet anders was geweest]"
    ),
    "wmo.opzet": "de inwoner die gegevens [|niet ]met opzet onjuist of onvolledig gaf",
    "wmo.passende_bijdrage": (
        "{s} [een|geen] passende bijdrage levert aan zelfredzaamheid of meedoen, zo lang mogelijk "
        "in de eigen omgeving"
    ),
    "wmo.passende_bijdrage_opvang": (
        "{s} [een|geen] passende bijdrage levert aan opvang of beschermd wonen en aan zo snel "
        "mogelijk weer op eigen benen staan"
    ),
    "wmo.pgb_gemotiveerd": "de inwoner [|niet ]heeft uitgelegd waarom hij een pgb wil",
    "wmo.pgb_kwaliteit": (
        "de hulp uit het pgb [|niet ]veilig, doeltreffend, op de inwoner gericht en geschikt is "
        "voor het doel van het pgb"
    ),
    "wmo.pgb_meerkosten_weigeren": (
        "het college het deel [|niet ]weigert dat duurder is dan dezelfde voorziening in natura"
    ),
    "wmo.pgb_vaardig": (
        "de inwoner, alleen of met hulp, [|niet ]goed voor zijn belangen kan opkomen en de taken "
        "van een pgb kan doen"
    ),
    "wmo.pgb_weigeren_na_intrekking": (
        "het college [een|geen] pgb weigert omdat eerder een besluit is ingetrokken"
    ),
    "wmo.raakt_zelfredzaamheid": (
        "{s} de zelfredzaamheid of het meedoen van de inwoner [|niet ]beperkt"
    ),
    "wmo.resteert": "na alles wat er al is [|niet ]{v} van {s} overblijft",
    "wmo.resteert=niets": "na alles wat er al is [niets|nog iets] van {s} overblijft",
    "wmo.spoed": (
        "er [direct iets nodig is en het onderzoek niet kan worden afgewacht"
        "|niet direct iets nodig is of het onderzoek kan worden afgewacht]"
    ),
    "wmo.terugvorderen_kiezen": (
        "het college de waarde [|niet ]geheel of voor een deel terugvordert"
    ),
    "wmo.voorwaarden_niet_nagekomen": (
        "de inwoner [niet|wel] aan de voorwaarden van de voorziening of het pgb voldoet"
    ),
    "wmo.voorziening_niet_meer_nodig": (
        "de inwoner [niet langer|nog steeds] op de voorziening is aangewezen"
    ),
    "wmo.voorziening_niet_toereikend": "de voorziening [niet meer|nog steeds] toereikend is",
    "wmo.wlz_weigeren": ("het college [|niet ]weigert omdat de inwoner op de Wlz kan terugvallen"),
    "wmo.zorg_voor_elkaar_wmo": (
        "zij [bijdragen in de kosten van het huishouden of op een andere manier voor elkaar "
        "zorgen|niet bijdragen in de kosten van het huishouden en ook niet op een andere manier "
        "voor elkaar zorgen]"
    ),
}

NORM_NOUNS = {
    "awb.onevenredig_beleid": "het bedrag met onevenredige gevolgen",
    "awb.weging_vertrouwen": "de weging van het vertrouwen",
    "participatiewet.afstemming_norm": "de passende afwijking van de norm",
    "participatiewet.eerdere_ingang": "de gekozen eerdere ingangsdatum",
    "participatiewet.giften_toerekenen": ("het als inkomen getelde bedrag aan giften per maand"),
    "participatiewet.kostgeld_telt": "het meetellende deel van huur of kostgeld",
    "participatiewet.maatwerk_maatregel": "de aangepaste maatregel",
    "participatiewet.maatwerk_maatregel.maanden": "het passende aantal maanden",
    "participatiewet.maatwerk_maatregel.procent": "de passende hoogte",
    "participatiewet.maatwerk_zoektermijn": "de gekozen eerdere aanvraagdag",
    "participatiewet.noodzakelijk_bezit": "het gebruikelijke of noodzakelijke bezit",
    "participatiewet.verantwoorde_giften": "het verantwoorde bedrag aan giften",
    "participatiewet.verlaging_schoolverlater": "de verlaging voor schoolverlaters",
    "participatiewet.verlaging_woonsituatie": "de verlaging wegens lagere woonkosten",
    "participatiewet.vorm_kiezen": "de gekozen vorm",
    "wmo.draagt_bij": "de bijdrage van deze hulp",
    "wmo.resteert": "het overblijvende deel",
    "wmo.uren_nodig": "het nodige aantal uren per week",
}
"""Norms with a value, as noun phrases; a field has its own entry when it needs one."""
