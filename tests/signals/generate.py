"""Random signals and facts: small alphabets, so that most signals nearly fire."""

from random import Random

from engine.backends.signals.facts import SHAPES, NetFact
from engine.model.rule import Blokkade, Reikwijdte
from engine.model.signal import Patroon, Signaal
from tests.signals.brute import Pairs

KINDS = ("uitkomst", "blokkade", "omstandigheid", "gegeven", "oplossing", "voornemen", "signaal")
INSTANCES = {"over": ("oplossing:o1", "oplossing:o2", "gezin:p1"), "over_wie": ("persoon:p1",)}
HOUSEHOLDS = ("gezin:p1", "gezin:p4")
SORTS = ("hardheidsclausule", "beginsel", "patroon", "proces")


def seeded(seed: int) -> Random:
    """The same numbers every time; nothing here needs secrecy."""
    return Random(seed)


def values_of(name: str) -> tuple[str, ...]:
    if name in INSTANCES:
        return INSTANCES[name]
    if name == "gezin":
        return HOUSEHOLDS
    return tuple(f"{name}{number}" for number in range(3))


def random_fact(random: Random) -> NetFact:
    kind = random.choice(KINDS[:-1])
    shape = SHAPES[kind]
    chosen = [f for f in shape.all if f in shape.required or random.random() < 0.7]
    return NetFact(kind, {name: random.choice(values_of(name)) for name in chosen})


def random_pattern(random: Random, earlier: list[str], *, joined: bool) -> Patroon:
    kind = random.choice(KINDS[:-1] if not earlier else KINDS)
    fields: dict[str, tuple[str, ...]] = {}
    if kind == "signaal":
        fields["id"] = tuple(random.sample(earlier, min(2, len(earlier))))
    names = [
        n
        for n in sorted(set(SHAPES[kind].all) - {"id", "soort", "gezin", "zaak", "bij"})
        if n not in fields
    ]
    for name in random.sample(names, random.randint(0, 2)):
        pool = values_of(name)
        fields[name] = tuple(random.sample(pool, random.randint(1, min(2, len(pool)))))
    if joined:
        fields[random.choice(("gezin", "gezin", "zaak"))] = ("G",)
    if "over" not in fields and kind != "omstandigheid" and random.random() < 0.4:
        fields["over"] = ("O",)
    return Patroon(soort=kind, velden=fields)


def random_reach(random: Random) -> Reikwijdte:
    return random.choice(
        [
            Reikwijdte(paragrafen=("paragraaf0",), regelingen=("regeling0", "regeling1")),
            Reikwijdte(artikelen=("artikel0", "artikel1"), regelingen=("regeling1",)),
            Reikwijdte(blokkade=Blokkade(rang=("wet",))),
            Reikwijdte(regelingen=("regeling2",)),
        ]
    )


def random_signals(random: Random, number: int) -> Pairs:
    made: list[Signaal] = []
    for index in range(number):
        count = random.choice((1, 1, 2, 2, 3))
        earlier = [signal.id for signal in made[: index // 2]]
        patterns = tuple(random_pattern(random, earlier, joined=count > 1) for _ in range(count))
        plain = {
            name: values
            for pattern in patterns
            if pattern.soort == "blokkade"
            for name, values in pattern.velden.items()
        }
        reach = None
        if any(p.soort == "blokkade" for p in patterns) and not set(plain) & {
            "regeling", "artikel", "paragraaf", "rang",
        }:  # fmt: skip
            reach = random.choice([None, random_reach(random)])
        made.append(
            Signaal(
                id=f"S-{index}",
                soort=random.choice(SORTS),
                bron=(),
                als=patterns,
                toets="kijken",
                reikwijdte=reach,
                behalve_blokkade=random.choice(((), (), ("regel0",), ("regel1", "regel2"))),
            )
        )
    return [("participatiewet", signal) for signal in made]
