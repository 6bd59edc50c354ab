"""Dutch text: rules as sentences, a Toets for a consultant or a resident, and why.

Words come only from here. This package reads a Program and a Toets and decides nothing: every
amount, status and name that it writes was given to it.
"""

from engine.backends.render_nl.blocks import Block, Line, as_text
from engine.backends.render_nl.expressions import render_expr
from engine.backends.render_nl.resident_outcomes import is_charge
from engine.backends.render_nl.rules import render_rule
from engine.backends.render_nl.sources import cite, deep_link, juriconnect
from engine.backends.render_nl.toets import render_toets
from engine.backends.render_nl.why import render_why, render_why_rule

__all__ = [
    "Block",
    "Line",
    "as_text",
    "cite",
    "deep_link",
    "is_charge",
    "juriconnect",
    "render_expr",
    "render_rule",
    "render_toets",
    "render_why",
    "render_why_rule",
]
