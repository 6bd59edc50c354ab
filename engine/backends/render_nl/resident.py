"""A Toets for a resident: short sentences, plain words, no promises, no rule ids.

Unknown is never told as no; when nothing carries a solution, the text says so, and who could
change that.
"""

from collections.abc import Mapping

from engine.backends.render_nl.blocks import Block, lines
from engine.backends.render_nl.dutch import in_days, sentence, upper_first
from engine.backends.render_nl.plans import own_plan_blocks
from engine.backends.render_nl.resident_days import days_block
from engine.backends.render_nl.resident_outcomes import amounts_block
from engine.backends.render_nl.resident_questions import question_block
from engine.backends.render_nl.resident_solution import judged, solution_lines
from engine.backends.render_nl.toets_words import municipality_state, plain
from engine.backends.render_nl.values import parse_day
from engine.backends.render_nl.words.resident import INTENDED
from engine.ir.program import Program
from engine.result.toets import BehoefteToets, OplossingToets, Toets, VoornemenToets

LADDER = ("a", "b", "c", "d", "e", "geen")
LAST = {"elders": 1, "geen_grond": 2}
INTRO = (
    "Dit is een eerste uitkomst. De gemeente heeft nog niets besloten.",
    "Een besluit is een brief waarin staat wat u wel of niet krijgt.",
)
NO_PLACE = {
    "missing": "Wij weten niet in welke gemeente u woont.",
    "unknown": "Wij kennen de regels van uw gemeente nog niet.",
}
ONLY_NATIONAL = "Daarom telt hier alleen wat in het hele land geldt. Uw gemeente kan meer doen."
UNSURE = "Niet elke regel in deze uitkomst is helemaal zeker. Vraag daar gerust naar."
DISPUTED = "U bent het niet eens met een gegeven. De gemeente moet nog naar uw uitleg kijken."
READ_LONG_AGO = (
    "Sommige regels zijn al langer dan een half jaar niet met de wet vergeleken. "
    "Misschien is er iets veranderd. Vraag daar gerust naar."
)
EXCEPTION = (
    "Er zijn regels die voor u een uitzondering kunnen zijn. Een medewerker kijkt daarnaar."
)
RIGHTS = (
    "U mag altijd een aanvraag doen. De gemeente moet dan een besluit nemen.",
    "U mag met een eigen plan komen. De gemeente kijkt daar dan naar.",
    "Bent u het niet eens met een besluit? Dan mag u bezwaar maken. "
    "U vraagt de gemeente dan om opnieuw te kijken.",
    "U kunt gratis hulp krijgen van een cliëntondersteuner. Dat is iemand die met u meedenkt.",
)
ADVICE = "Dit is een advies voor een besluit door de gemeente. Het is nog geen besluit."
SAY = "Vertel wat dit voor u betekent. De gemeente moet daar rekening mee houden."
POWERS = {
    "moet": "Volgens de wet moet de gemeente dit doen.",
    "kan": "De gemeente mag dit doen. Het hoeft niet.",
    "geen": "Volgens deze toets mag de gemeente dit niet doen.",
    "onzeker": "Het is nog niet duidelijk of de gemeente dit mag.",
}
NO_RULE = "Wij hebben hier geen regel over. Vraag de gemeente of dit mag, en waarom."


def resident_blocks(toets: Toets, program: Program, words: Mapping[str, str]) -> tuple[Block, ...]:
    """All blocks, in the order in which a resident reads them."""
    blocks = [_head(toets, program)]
    for need in toets.behoeften:
        blocks += _need(need, program, toets.peildatum)
    blocks += own_plan_blocks(toets)
    blocks += _intentions(toets, program, words)
    blocks += amounts_block(toets, program)
    blocks += question_block(toets, program)
    blocks += days_block(toets)
    blocks.append(Block("Wat u zelf kunt doen", lines(RIGHTS, 1)))
    blocks.append(Block("", lines([ADVICE])))
    return tuple(blocks)


def _head(toets: Toets, program: Program) -> Block:
    day = parse_day(toets.peildatum)
    told = [*INTRO]
    local = municipality_state(toets, program)
    if local != "known":
        told += [NO_PLACE[local], ONLY_NATIONAL]
    if any(notice.soort == "zekerheid" for notice in toets.meldingen):
        told.append(UNSURE)
    if any(notice.soort == "nagelezen" for notice in toets.meldingen):
        told.append(READ_LONG_AGO)
    if any(notice.soort == "betwist" for notice in toets.meldingen):
        told.append(DISPUTED)
    if any(s.soort in ("uitzondering", "hardheidsclausule") for s in toets.signalen):
        told.append(EXCEPTION)
    return Block(f"Uw toets van {in_days(day) if day else toets.peildatum}", lines(told))


def _need(need: BehoefteToets, program: Program, day: str) -> list[Block]:
    told = [Block(f"U vindt belangrijk: “{sentence(need.wat_is_belangrijk)}”")]
    for solution in sorted(need.oplossingen, key=_order):
        body = lines(solution_lines(solution, program, day))
        told.append(Block(upper_first(solution.wat), body, 2))
    return told


def _order(solution: OplossingToets) -> tuple[int, int, str]:
    return (LADDER.index(solution.trede), LAST.get(solution.uitkomst, 0), solution.id)


def _intentions(toets: Toets, program: Program, words: Mapping[str, str]) -> list[Block]:
    if not toets.voornemens:
        return []
    told = [Block("Wat de gemeente van plan is")]
    for number, intended in enumerate(toets.voornemens, 1):
        kind = words.get(intended.id, "")
        name = INTENDED.get(kind) or plain(kind) or f"plan {number}"
        told.append(Block(upper_first(name), lines(_intention(intended, program)), 2))
    return told


def _intention(intended: VoornemenToets, program: Program) -> list[str]:
    told = [POWERS.get(intended.bevoegdheid, POWERS["onzeker"])]
    if intended.zonder_regel:
        told = [NO_RULE]
    told += judged(program, intended.nodig.oordelen)
    if intended.nodig.feiten:
        told.append("De gemeente moet nog gegevens zoeken.")
    if intended.bevoegdheid != "geen":
        told.append(SAY)
    return told
