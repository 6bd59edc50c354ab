"""From a corpus to a Program for one peildatum and municipality: the passes, in order."""

from datetime import date

from engine.errors import Diagnostic, RuleError
from engine.ir.declarations import Amount, Reading
from engine.ir.program import Program
from engine.model.regulation import Corpus
from engine.passes.check_types import check_types
from engine.passes.competence import competent
from engine.passes.concepts import Concepts
from engine.passes.declare import Declarations, of_municipality
from engine.passes.defeaters import defeaters
from engine.passes.order import order
from engine.passes.resolve import resolve
from engine.passes.resolve_rules import resolve_rules


def compile_program(corpus: Corpus, day: date, municipality: str = "") -> Program:
    """Compile the regulations that hold on this day in this municipality.

    Raises:
        RuleError: the rules hold errors; all of them at once.
    """
    program, problems = check_corpus(corpus, day, municipality)
    if problems or program is None:
        raise RuleError(problems)
    return program


def check_corpus(
    corpus: Corpus, day: date, municipality: str = ""
) -> tuple[Program | None, tuple[Diagnostic, ...]]:
    """Compile as far as possible; gives the program (if there are no errors) and all problems."""
    here = Corpus(regelingen=of_municipality(corpus.regelingen, municipality))
    declared = Declarations(here, day)
    parts, scope = resolve(here, declared)
    found = resolve_rules(here, parts.norms, scope)
    drafts, refused = competent(found, here.regelingen)
    defeated = defeaters(drafts, parts.symbols.shape, parts.regulations, here)
    concepts = Concepts(here, drafts, defeated, scope)
    symbols = parts.symbols.named.values()
    program = Program(
        day=day,
        municipality=municipality,
        facts=declared.facts,
        lists=declared.lists,
        groups=parts.groups,
        amounts={a.name: a for a in symbols if isinstance(a, Amount)},
        tables=parts.tables,
        readings={r.name: r for r in symbols if isinstance(r, Reading)},
        norms=concepts.norms(parts.norms),
        begrippen=concepts.begrippen(),
        rules=defeated.rules,
        referrals=parts.referrals,
        terms=parts.terms,
        duties=parts.duties,
        collisions=parts.collisions,
        holidays=parts.holidays,
        regulations=parts.regulations,
        domain=parts.domain,
        courses=parts.courses,
        refusals=(*scope.refusals, *refused),
        notices=defeated.notices,
    )
    problems = [*scope.problems, *defeated.problems, *check_types(program)]
    if problems:
        return None, tuple(problems)
    ordered = order(program)
    return (None if ordered.problems else ordered.program), tuple(ordered.problems)
