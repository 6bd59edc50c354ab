"""How instances, groups and members of collections are called."""

from dataclasses import dataclass

OWN = {
    "zaak": "deze zaak",
    "persoon": "deze persoon",
    "paar": "de eerste persoon",
    "behoefte": "deze behoefte",
    "belemmering": "deze belemmering",
    "dekking": "deze hulp",
    "oplossing": "deze oplossing",
    "besluit": "dit besluit",
    "voornemen": "dit voornemen",
    "giften": "deze gift",
    "ontvangsten": "deze ontvangst",
    "verblijf_buitenland": "dit verblijf",
    "gedragingen": "deze gedraging",
    "eerdere_maatregelen": "deze eerdere maatregel",
    "verplichtingen": "deze verplichting",
    "voorzieningen": "deze voorziening",
    "omstandigheden": "deze omstandigheid",
    "eerdere_boetes": "deze eerdere boete",
    "geweigerde_uitkeringen": "deze geweigerde uitkering",
    "lijfrentes": "deze lijfrente",
    "mogelijke_uitkeringen": "deze andere uitkering",
    "uitgesteld_inkomen": "dit uitgestelde inkomen",
    "vertegenwoordigers": "deze vertegenwoordiger",
}
"""The instance that a rule is about."""

OTHER = "de ander"
GROUPS = {"participatiewet.gezin": "het gezin", "wmo.huishouding": "het huishouden"}
STEPS = {
    "behoefte": "de behoefte",
    "belemmering": "de belemmering",
    "besluit": "het besluit",
    "behoefte_van": "de inwoner",
    "zaak": "de zaak",
}


@dataclass(frozen=True, slots=True)
class Member:
    """A member of a collection.

    Attributes:
        some: after `er`: `iemand in het gezin`.
        none: the same denied: `niemand in het gezin`.
        one: after `ieder` or `elke`: `ieder lid van het gezin`.
        many: after `het aantal`: `leden van het gezin`.
        that: pointing back: `die persoon`.
        link: opens a condition that cannot follow `die`: `voor wie geldt dat`.
    """

    some: str
    none: str
    one: str
    many: str
    that: str
    link: str = "waarvoor geldt dat"


def thing(word: str, many: str, *, neuter: bool = False) -> Member:
    """A member that is a thing."""
    every, that = ("elk", "dat") if neuter else ("elke", "die")
    return Member(f"een {word}", f"geen {word}", f"{every} {word}", many, f"{that} {word}")


def member_of_group(group: str) -> Member:
    """A person in a group such as `het gezin`."""
    return Member(
        f"iemand in {group}", f"niemand in {group}", f"ieder lid van {group}",
        f"leden van {group}", "die persoon", "voor wie geldt dat",
    )  # fmt: skip


MEMBERS = {
    "anderen": Member(
        "een ander", "geen ander", "ieder ander", "anderen", "die ander", "voor wie geldt dat"
    ),
    "personen": Member(
        "iemand", "niemand", "iedere persoon", "personen", "die persoon", "voor wie geldt dat"
    ),
    "behoeften": thing("behoefte", "behoeften"),
    "belemmeringen": thing("belemmering", "belemmeringen"),
    "dekkingen": thing("vorm van hulp", "vormen van hulp"),
    "oplossingen": thing("oplossing", "oplossingen"),
    "besluiten": thing("besluit", "besluiten", neuter=True),
    "voornemens": thing("voornemen", "voornemens", neuter=True),
    "omstandigheden": Member(
        "een omstandigheid", "geen omstandigheid", "elke omstandigheid", "omstandigheden",
        "die omstandigheid", "waarbij",
    ),
    "giften": thing("gift", "giften"),
    "ontvangsten": thing("ontvangst", "ontvangsten"),
    "verblijf_buitenland": thing("verblijf in het buitenland", "verblijven", neuter=True),
    "gedragingen": thing("gedraging", "gedragingen"),
    "eerdere_maatregelen": thing("eerdere maatregel", "eerdere maatregelen"),
    "verplichtingen": thing("verplichting", "verplichtingen"),
    "voorzieningen": thing("voorziening", "voorzieningen"),
}  # fmt: skip
"""By name of the collection; another list reads as `regel van <naam>`."""
