"""How often Python looks for garbage, for a process that holds a whole rule set.

One answer makes tens of thousands of small objects. With the library's own thresholds Python
looks for circles among them some hundred times per answer, which costs as much as the answer.
"""

import gc

YOUNG = 50_000  # new objects before the first look; the default is 700


def collect_less_often() -> None:
    """Look for garbage less often; for the start of a process, before anything is loaded."""
    gc.set_threshold(YOUNG, 20, 20)


def keep_what_is_loaded() -> None:
    """Leave what exists now out of every later look; for after loading, before serving."""
    gc.collect()
    gc.freeze()
