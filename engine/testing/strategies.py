"""Hypothesis strategies for one folder: for tests of your own beside the ready ones.

folder = open_folder(Path("mijnstad"))

@given(requests(folder))
def test_something(request): ...
"""

from hypothesis import assume
from hypothesis import strategies as st

from engine.ir.case import Case
from engine.model.request import Hulpvraag
from engine.source.case_writer import written_request
from engine.testing.choices import Drawn
from engine.testing.folder import Folder
from engine.testing.households import household
from engine.testing.twins import Maker, Twins


@st.composite
def cases(draw: st.DrawFn, folder: Folder) -> Case:
    """A household with its needs, facts and judgements: worked and varied, or invented."""
    return household(folder, Drawn(draw))


def requests(folder: Folder) -> st.SearchStrategy[Hulpvraag]:
    """The request of such a household, as `Regelruimte.toets` takes it."""
    engine, program = folder.engine, folder.program
    return cases(folder).map(
        lambda case: engine.lees_hulpvraag(engine.json(written_request(case, program)), "x.json")
    )


@st.composite
def twins(draw: st.DrawFn, make: Maker) -> Twins:
    """Twins of some kind, such as `ranked(folder, "uren_gevraagd")`."""
    made = make(Drawn(draw))
    assume(made is not None)
    if made is None:  # what is assumed does not come here
        raise AssertionError
    return made
