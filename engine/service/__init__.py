"""The facade: the only door of the CLI and the API."""

from engine.model.artikel import Artikelregel
from engine.service.accounting import Artikelstand, Deel, Dekking, Telling, Wetstand
from engine.service.case_text import readable_cases
from engine.service.cases import Verslag, run_case, run_cases
from engine.service.change_words import SOORTEN
from engine.service.collector import collect_less_often, keep_what_is_loaded
from engine.service.controleer import Controle
from engine.service.exceptions import Knoop, Uitzonderingen, uitzonderingen
from engine.service.explain import Belet, Uitleg
from engine.service.facade import Regelruimte, engine_version, schemas, shipped_rules
from engine.service.findings import Bevinding
from engine.service.names import UnknownName
from engine.service.receipt import Bewijs, Herhaling, ReceiptError
from engine.service.rules import Beeld, Verband
from engine.service.sides import kanten
from engine.service.text import Block, Line, as_text
from engine.service.verschil import Keuze, verschil
from engine.source.artikel_files import artikel_paths
from engine.source.case_files import case_paths

__all__ = [
    "SOORTEN",
    "Artikelregel",
    "Artikelstand",
    "Beeld",
    "Belet",
    "Bevinding",
    "Bewijs",
    "Block",
    "Controle",
    "Deel",
    "Dekking",
    "Herhaling",
    "Keuze",
    "Knoop",
    "Line",
    "ReceiptError",
    "Regelruimte",
    "Telling",
    "Uitleg",
    "Uitzonderingen",
    "UnknownName",
    "Verband",
    "Verslag",
    "Wetstand",
    "artikel_paths",
    "as_text",
    "case_paths",
    "collect_less_often",
    "engine_version",
    "kanten",
    "keep_what_is_loaded",
    "readable_cases",
    "run_case",
    "run_cases",
    "schemas",
    "shipped_rules",
    "uitzonderingen",
    "verschil",
]
