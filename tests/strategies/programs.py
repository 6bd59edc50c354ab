"""Random regulations, as the trees of rule files: acts, an ordinance, policy, and their clashes.

Concepts get a number and read only lower numbers, so that nothing runs in a circle. The shape is
richer in exceptions, clashes and gaps than real law, because that is where an engine goes wrong.
"""

from typing import Any

from engine.testing.choices import Choices, chance, pick, some
from tests.strategies.formulas import (
    COLOUR,
    CONSTANTS,
    COUNT,
    DATE,
    EURO,
    MONTHLY,
    PERCENT,
    UPWARD,
    YES_NO,
    Formulas,
    Name,
)

Tree = dict[str, Any]
DAY = "2026-09-01"
KINDS = (YES_NO, YES_NO, YES_NO, EURO, EURO, EURO, MONTHLY, COUNT, PERCENT, DATE, COLOUR)
ENTITIES = ("persoon", "persoon", "persoon", "gezin", "gezin", "zaak", "giften", "paar")
NUMERIC = (EURO, MONTHLY, COUNT, PERCENT)
UNITS = {EURO: "euro", MONTHLY: "euro/maand"}
ZERO = {EURO: "0 euro", MONTHLY: "0 euro/maand", COUNT: "0", PERCENT: "0%"}
SOURCE = {"artikel": "1"}


def declared(kind: str) -> Tree:
    """The keys of a type as an author writes them."""
    if kind in UNITS:
        return {"soort": "bedrag", "eenheid": UNITS[kind]}
    return {"soort": "keuze", "waarden": "kleur"} if kind == COLOUR else {"soort": kind}


def facts() -> Tree:
    """The facts that every generated world has."""
    asked = {"vraag": "Hoe zit het?"}
    favour = {"bewijslast": "college", "vermoeden": "nee"}
    person = {
        **{name: declared(YES_NO) for name in ("f_a", "f_b", "f_c", "f_d")},
        **{name: declared(YES_NO) | favour for name in ("vermoed_a", "vermoed_b")},
        "vermogen": declared(EURO), "inkomen": declared(MONTHLY), "telling": declared(COUNT),
        "geboren": declared(DATE), "dag": declared(DATE), "tint": declared(COLOUR),
    }  # fmt: skip
    pair = {
        "samen": declared(YES_NO) | {"symmetrisch": "ja"}, "zorgt": declared(YES_NO),
        "verwant": declared(YES_NO) | {"symmetrisch": "ja"} | favour, "graad": declared(COUNT),
    }  # fmt: skip
    case = {"gemeld": declared(YES_NO), "gehoord": declared(YES_NO)}
    lists = {
        "giften": {"van": "persoon", "velden": {
            "waarde_gift": declared(EURO), "ontvangen_op": declared(DATE),
            "bestemd": declared(YES_NO)}},
        "omstandigheden": {"van": "zaak", "velden": {
            "soort_omst": declared(COLOUR), "acuut": declared(YES_NO),
            "over_wie": {"soort": "persoon"}}},
    }  # fmt: skip
    places = (("persoon", person), ("paar", pair), ("zaak", case))
    return {
        "regeling": "gegevens", "naam": "Gegevens", "soort": "gegevensset",
        "gegevens": {n: t | asked | {"over": p} for p, part in places for n, t in part.items()},
        "lijsten": lists, "waardenlijsten": {"kleur": ["rood", "groen", "blauw"]},
    }  # fmt: skip


class World:
    """Writes one world; `trees` are its regulations."""

    def __init__(self, choices: Choices) -> None:
        self.choices = choices
        self.count = 0
        self.acts = {
            "wa": act("wa", "wet"),
            "wb": act("wb", "wet"),
            "vo": act("vo", "verordening", bevoegd="raad", gemeente="GM0000"),
            "br": act("br", "beleidsregel", bevoegd="college", gemeente="GM0000"),
        }
        for name in ("vo", "br"):
            self.acts[name]["grondslag"] = [{"regeling": a, "artikel": "1"} for a in ("wa", "wb")]
        paragraph = {"paragraaf": {"1": [str(number) for number in range(1, 100)]}}
        self.acts["wa"]["indeling"] = [{"vanaf": "2020-01-01", **paragraph}]
        self.formulas = Formulas(choices)
        self.norms: list[Name] = []
        self.options: list[Name] = []
        self.bases: list[tuple[Tree, str]] = []
        self.entities: dict[str, str] = {}

    @property
    def trees(self) -> list[Tree]:
        return [facts(), *self.acts.values()]

    def write(self) -> list[Tree]:
        choices = self.choices
        self.amounts()
        self.concept("paar", YES_NO)  # before the judgements: it may decide who forms a group
        self.judgements()
        self.terms()
        edge = pick(choices, ("samen", "b1", "samen en niet verwant", "samen of zorgt"))
        self.acts["wa"]["groepen"] = {
            "gezin": {"van": "persoon", "samen_als": edge, "bron": SOURCE}
        }
        for _ in range(choices.integer(3, 7)):
            self.concept(pick(choices, ENTITIES), pick(choices, KINDS))
        if chance(choices, 30):
            self.rounded()
        self.presumptions()
        self.aliases()
        self.reliefs()
        return self.trees

    def rule(self, owner: str, entity: str, **keys: Any) -> Tree:
        self.count += 1
        rule = {
            "id": f"{owner}-{self.count}", "bron": {"artikel": str(self.count)}, "over": entity,
            "toelichting": "Een voorbeeld.", **{k: v for k, v in keys.items() if v is not None},
        }  # fmt: skip
        if chance(self.choices, 6):
            rule["geldig"] = pick(self.choices, ({"vanaf": "2027-01-01"}, {"vanaf": "2026-01-01"}))
        self.acts[owner]["regels"].append(rule)
        return rule

    # -- what rules read -------------------------------------------------------------------

    def amounts(self) -> None:
        until = pick(self.choices, ("2026-12-31", "2026-12-31", "2026-08-31"))
        self.acts["wa"]["bedragen"]["bedrag_k"] = {
            "eenheid": "euro", "bron": SOURCE, "vanaf": {"2026-01-01": "15"}, "tot": until,
        }  # fmt: skip
        self.acts["wa"]["lezingen"]["lezing_k"] = {
            "waarden": ["ja", "nee"], "gekozen": pick(self.choices, ("ja", "nee")), "bron": SOURCE,
            "zekerheid": "low", "toelichting": "Niet zeker.",
        }  # fmt: skip
        self.formulas.names += [Name("bedrag_k", "zaak", EURO), Name("lezing_k", "zaak", YES_NO)]

    def judgements(self) -> None:
        """Judgements and choices; the plain ones are read as conditions, the others as values."""
        for number in range(self.choices.integer(2, 5)):
            name, entity = (
                f"n{number}",
                pick(self.choices, ("persoon", "persoon", "gezin", "zaak")),
            )
            norm: Tree = {
                "over": entity,
                "vraag": "Vindt u?",
                "bevoegd": ["consulent"],
                "bron": SOURCE,
            }
            if chance(self.choices, 25):
                norm["pas_als"] = Formulas(self.choices).condition(entity, 0)
            form = self.choices.integer(0, 3)
            if form == 1:
                top = "vermogen" if entity == "persoon" and chance(self.choices, 50) else "30 euro"
                bounds = {"naam": "bedrag", "grenzen": f"0 euro..{top}", "geen": "0 euro"}
                norm["uitkomst"] = declared(EURO) | bounds
                self.formulas.names.append(Name(f"{name}.bedrag", entity, EURO))
            elif form == 2:
                norm["aard"] = "keuze"
                self.options.append(Name(name, entity, YES_NO))
            else:
                self.norms.append(Name(name, entity, YES_NO))
            self.acts["wa"]["open_normen"][name] = norm

    def terms(self) -> None:
        for number, kind in enumerate((COUNT, PERCENT)):
            term = {**declared(kind), "over": "persoon", "bron": SOURCE, "laag": "verordening",
                    "bevoegd": "raad", "verplicht": pick(self.choices, ("ja", "nee"))}  # fmt: skip
            term["grenzen"] = "0..2" if kind == COUNT else "0%..50%"
            if chance(self.choices, 40):
                term["standaard"] = pick(self.choices, CONSTANTS[kind][:3])
            self.acts["wa"]["open_termen"][f"t{number}"] = term
            for owner in some(self.choices, ("vo", "vo", "br", "wb"), 0, 2):
                when = Formulas(self.choices).condition("persoon", 1)
                self.rule(
                    owner, "persoon", vult_in=f"wa.t{number}",
                    als=when if chance(self.choices, 50) else None,
                    dan=Formulas(self.choices).leaf(kind, "persoon"),
                )  # fmt: skip
            self.formulas.names.append(Name(f"t{number}", "persoon", kind))

    # -- concepts and their rules ----------------------------------------------------------

    def concept(self, entity: str, kind: str) -> None:
        name = f"b{len(self.acts['wa']['begrippen']) + 1}"
        tree = {**declared(kind), "over": entity, "bron": SOURCE}
        if kind == YES_NO:
            tree["rest"] = pick(self.choices, ("nee", "nee", "ja"))
        elif chance(self.choices, 20):
            tree["rest"] = CONSTANTS[kind][0]
        if kind == COUNT and chance(self.choices, 50):
            tree["grenzen"] = "0..3"
        self.acts["wa"]["begrippen"][name] = tree
        self.entities[name] = entity
        used = self.formulas.names
        self.formulas.names = used + self.norms if chance(self.choices, 40) else used
        for number in range(self.choices.integer(1, 3)):
            self.base(name, entity, kind, number)
        if kind in NUMERIC:
            self.changes(name, entity, kind)
        self.formulas.names = [*used, Name(name, entity, kind)]

    def base(self, name: str, entity: str, kind: str, number: int) -> None:
        owner = pick(self.choices, ("wa", "wa", "wa", "wa", "wb", "vo"))
        target = name if owner == "wa" else f"wa.{name}"
        value = self.formulas.of(kind, entity, 1)
        if kind == YES_NO and chance(self.choices, 70):
            value = "nee" if self.acts["wa"]["begrippen"][name]["rest"] == "ja" else "ja"
        extra: Tree = {}
        if owner != "wa" and self.bases and self.bases[-1][1] == name and chance(self.choices, 70):
            word = pick(self.choices, ("onverminderd", "bijzonder_van"))
            extra[word] = [self.bases[-1][0]["id"]]
        if entity == "giften" and chance(self.choices, 40):
            extra |= {"tijdstip": "ontvangen_op", "geldig": {"vanaf": "2026-03-01"}}
        if kind in ZERO and chance(self.choices, 12):
            extra |= {"sanctie": "ja", "richting": "belastend"}
        if self.options and chance(self.choices, 12):
            option = self.seen(self.options, entity)
            extra |= {"kan": {"keuze": option}} if option else {}
        when = None if number == 0 and chance(self.choices, 40) else self.when(entity)
        rule = self.rule(owner, entity, als=when, dan={target: value}, **extra)
        self.bases.append((rule, name))
        if chance(self.choices, 60):
            self.exception(rule, name, entity, kind, 1)

    def when(self, entity: str) -> str:
        return self.formulas.condition(entity, self.choices.integer(0, 2))

    def seen(self, norms: list[Name], entity: str) -> str | None:
        """A judgement that can be read from here."""
        found = [n.name for n in norms if n.entity in UPWARD[entity]]
        return pick(self.choices, found) if found else None

    def exception(self, rule: Tree, name: str, entity: str, kind: str, depth: int) -> None:
        """An exception to a rule, and perhaps one to that exception, up to four deep."""
        form = self.choices.integer(0, 9)
        own = rule["id"].startswith("wa-")
        other_value = form <= 3 and entity == self.entities[name]
        wider = UPWARD[entity][:2] if entity in ("persoon", "giften") else (entity,)
        place = entity if other_value else pick(self.choices, wider)
        when, keys = self.clause(place, rule)
        if not (other_value and kind in (YES_NO, *NUMERIC)):
            keys.pop("richting", None)  # who can say which is better?
        if other_value:
            value = pick(self.choices, CONSTANTS[kind][:3])
            value = no_less(rule, name, kind, value) if "richting" in keys else value
            keys |= {"in_afwijking_van": [rule["id"]], "dan": {f"wa.{name}": value}}
        elif own and "reikwijdte" in keys and form <= 6:
            keys |= {"sluit_uit": [{"regeling": "wa", "paragraaf": "1"}]}
        elif form <= 5 and "reikwijdte" not in keys:
            keys |= {"beperkt": [rule["id"]], "richting": "belastend"}
        elif form == 6 and own and "reikwijdte" not in keys:
            keys |= {"sluit_uit": [{"regeling": "wa", "artikel": rule["bron"]["artikel"]}]}
        else:
            keys |= {"sluit_uit": [rule["id"]]}
        owner = "vo" if "beperkt" in keys else "wa"
        made = self.rule(owner, place, als=when, **keys)
        if depth < 4 and chance(self.choices, 60):
            self.exception(made, name, place, kind, depth + 1)

    def clause(self, entity: str, rule: Tree) -> tuple[str, Tree]:
        """A condition, with or without a judgement, cause, choice and reach."""
        when, keys = self.when(entity), {}
        norm = self.seen(self.norms, entity)
        option = self.seen(self.options, entity)
        if option and chance(self.choices, 15):
            keys["kan"] = {"keuze": option}
        elif norm and chance(self.choices, 40):
            when = norm if chance(self.choices, 50) else f"({when}) en {norm}"
            if rule["id"].startswith("wa-") and chance(self.choices, 40):
                keys |= {"reikwijdte": {"artikelen": [rule["bron"]["artikel"]]}}
        else:
            return when, keys
        keys |= {"richting": "begunstigend"} if chance(self.choices, 40) else {}
        if chance(self.choices, 65):
            keys["aanleiding"] = pick(
                self.choices, ("nee", Formulas(self.choices).condition(entity, 1))
            )
        return when, keys

    def changes(self, name: str, entity: str, kind: str) -> None:
        """Rules that change the value; each leaves a higher value higher."""
        previous: list[str] = []
        for _ in range(self.choices.integer(0, 2)):
            owner = pick(self.choices, ("wa", "wa", "br"))
            step = pick(self.choices, CONSTANTS[kind][1:3])
            when, keys = self.clause(entity, {"id": "-"})
            raising = keys.get("richting") == "begunstigend" or chance(self.choices, 50)
            keys["richting"] = "begunstigend" if raising else "belastend"
            value = pick(
                self.choices,
                (f"waarde + {step}", f"maximum(waarde; {self.formulas.leaf(kind, entity)})")
                if raising
                else (f"waarde - {step}", f"minimum(waarde; {self.formulas.leaf(kind, entity)})"),
            )
            target = f"wa.{name}"
            rule = self.rule(
                owner, entity, als=when, wijzigt=[target], dan={target: value},
                na=list(previous) or None, **keys,
            )  # fmt: skip
            previous.append(rule["id"])

    def reliefs(self) -> None:
        """Favourable rules that set aside what lowers a value."""
        rules = [rule for act in self.acts.values() for rule in act["regels"]]
        for rule in [r for r in rules if "wijzigt" in r and r["richting"] == "belastend"]:
            if chance(self.choices, 60):
                when, keys = self.clause(rule["over"], {"id": "-"})
                keys |= {"sluit_uit": [rule["id"]], "richting": "begunstigend"}
                self.rule("wa", rule["over"], als=when, **keys)

    def rounded(self) -> None:
        """An exact amount and one that is rounded once, at the end."""
        for name, extra in (("ruw", {"exact": "ja"}), ("rond", {
            "afronding": {"stap": "0.01 euro", "wijze": "half_omhoog"}})):  # fmt: skip
            tree = {**declared(EURO), "over": "persoon", "bron": SOURCE, **extra}
            self.acts["wa"]["begrippen"][name] = tree
        self.rule("wa", "persoon", dan={"ruw": f"vermogen / {self.choices.integer(2, 7)}"})
        self.rule("wa", "persoon", dan={"rond": f"ruw * {self.choices.integer(2, 7)} + ruw"})
        self.formulas.names.append(Name("rond", "persoon", EURO))

    def presumptions(self) -> None:
        for norm in some(self.choices, self.norms, 0, 2):
            when = Formulas(self.choices).condition(norm.entity, 1)
            self.rule("br", norm.entity, als=when, vult_in=f"wa.{norm.name}",
                      dan=pick(self.choices, CONSTANTS[YES_NO]))  # fmt: skip

    def aliases(self) -> None:
        """The same concept asked through another act."""
        for name in some(self.choices, sorted(self.acts["wa"]["begrippen"]), 0, 2):
            tree = {k: v for k, v in self.acts["wa"]["begrippen"][name].items()
                    if k not in ("rest", "afronding", "grenzen")}  # fmt: skip
            tree |= {"exact": "ja"} if tree["soort"] == "bedrag" else {}
            self.acts["wb"]["begrippen"][f"ook_{name}"] = tree
            self.rule("wb", tree["over"], dan={f"ook_{name}": f"wa.{name}"}).pop("geldig", None)


def no_less(rule: Tree, name: str, kind: str, value: str) -> str:
    """A value that is never less than what this rule gives, nor than a closed world."""
    if kind == YES_NO:
        return "ja"
    given = rule.get("dan", {})
    other = given.get(name, given.get(f"wa.{name}"))
    least = f"maximum({value}; {CONSTANTS[kind][0]})"
    return least if other is None else f"maximum({other}; {least})"


def act(name: str, kind: str, **head: str) -> Tree:
    """An empty regulation."""
    sections = ("bedragen", "lezingen", "open_normen", "open_termen", "begrippen")
    return {
        "regeling": name, "naam": name, "soort": kind, **head,
        "gebruikt": [] if name == "wa" else ["wa"], **{s: {} for s in sections}, "regels": [],
    }  # fmt: skip


def regulations(choices: Choices) -> list[Tree]:
    """One random world."""
    return World(choices).write()
