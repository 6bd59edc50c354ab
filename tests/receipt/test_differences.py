"""Differences are found by what names a part, wherever it stands."""

from hypothesis import given
from hypothesis import strategies as st

from engine.service.differences import differences

SCALARS = st.one_of(st.text(max_size=4), st.integers(0, 9), st.booleans())
ITEMS = st.dictionaries(st.sampled_from(["id", "naam", "waarde", "over"]), SCALARS, max_size=4)
DATA = st.dictionaries(
    st.sampled_from("abcd"), st.one_of(SCALARS, st.lists(ITEMS, max_size=3), ITEMS), max_size=4
)


def told(old: object, new: object) -> list[str]:
    return [str(found) for found in differences(old, new)]


@given(DATA)
def test_nothing_differs_from_itself(data: object) -> None:
    assert told(data, data) == []


@given(DATA, DATA)
def test_only_what_differs_is_told_and_it_has_a_place(old: object, new: object) -> None:
    found = list(differences(old, new))
    assert not found or old != new
    assert all(difference.pad for difference in found)


@given(DATA, st.sampled_from("abcd"), SCALARS, SCALARS)
def test_another_scalar_is_always_told(
    data: dict[str, object], key: str, one: object, two: object
) -> None:
    found = told({**data, key: one}, {**data, key: two})
    assert len(found) == (one != two)


def test_an_item_that_moved_is_no_difference() -> None:
    one, two = {"id": "a", "x": "1"}, {"id": "b", "x": "2"}
    assert told({"l": [one, two]}, {"l": [two, one]}) == []


def test_items_are_told_by_name() -> None:
    old = {"l": [{"regel": "r1", "status": "ja"}, {"regel": "r2", "status": "ja"}]}
    new = {"l": [{"regel": "r2", "status": "nee"}, {"regel": "r3", "status": "ja"}]}
    assert told(old, new) == [
        "l › r1: vervallen, was regel r1, status ja",
        "l › r2 › status: ja → nee",
        "l › r3: nieuw, regel r3, status ja",
    ]


def test_a_part_that_appears_is_told_by_its_own_parts() -> None:
    assert told({}, {"nodig": {"feiten": ["a"]}}) == ["nodig › feiten: nieuw, a"]
    assert told({"vast": True}, {"vast": False}) == ["vast: ja → nee"]


def test_items_with_one_name_are_told_apart_by_the_next() -> None:
    old = {"t": [{"naam": "n", "over": "p1", "w": 1}, {"naam": "n", "over": "p2", "w": 1}]}
    new = {"t": [{"naam": "n", "over": "p1", "w": 1}, {"naam": "n", "over": "p2", "w": 2}]}
    assert told(old, new) == ["t › n p2 › w: 1 → 2"]
