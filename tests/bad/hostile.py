"""Files made to hurt, made here because some of them would hurt any tool that looks at them."""

from collections.abc import Callable

HEAD = "regeling: proef\nnaam: Proef\nsoort: wet\n"


def formula(text: str) -> bytes:
    rule = "regels:\n  - id: a-1\n    bron: {ecli: 'ECLI:NL:RVS:2020:1'}\n    over: persoon\n"
    return f'{HEAD}{rule}    toelichting: t\n    als: "{text}"\n    sluit_uit: [a-2]\n'.encode()


def bomb() -> bytes:
    rows = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    rows += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)]
    return "\n".join(rows).encode()


# Per file the first place of each code: nesting goes 64 deep, a file has 100,000 events.
HOSTILE: dict[str, tuple[str, Callable[[], bytes]]] = {
    "a bomb of aliases": ("R008 1:5, R102 1:1, R103 1:1", bomb),
    "30,000 brackets": ("R006 1:67", lambda: b"a: " + b"[" * 30_000),
    "30,000 braces": ("R006 1:257", lambda: b"{a: " * 30_000),
    "30,000 dashes": ("R006 1:129", lambda: b"- " * 30_000),
    "1,300 levels of indent": (
        "R006 65:65",
        lambda: b"\n".join(b" " * n + b"a:" for n in range(1_300)),
    ),
    "many events": ("R007 1:199995", lambda: b"a: [" + b"x," * 210_000 + b"]"),
    "many empty mappings": ("R007 1:149999", lambda: b"a: [" + b"{}," * 110_000 + b"]"),
    "more than a megabyte": ("R001 1:1", lambda: b"# " + b"x" * 1_000_000),
    "a key of nearly a megabyte": ("R005 1:999001", lambda: b"x" * 999_000 + b": a"),
    "a value of nearly a megabyte": ("R124 9:10", lambda: formula("x" * 900_000)),
    "a tag that builds objects": (
        "R009 1:1, R014 1:1",
        lambda: b"!!python/object/apply:os.system ['true']\n",
    ),
    "a duplicate key": ("R012 4:1", f"{HEAD}naam: twee\n".encode),
    "a NUL byte": ("R004 4:8", lambda: HEAD.encode() + b"doel: a\0b\n"),
    "a byte order mark": ("R003 1:1", lambda: b"\xef\xbb\xbf" + HEAD.encode()),
    "UTF-16": ("R002 1:1", lambda: HEAD.encode("utf-16")),
    "broken UTF-8": ("R002 4:7", lambda: HEAD.encode() + b"doel: \xc3\x28\n"),
    "a surrogate": ("R002 4:7", lambda: HEAD.encode() + b"doel: \xed\xa0\x80\n"),
    "a formula with 1,900 brackets": (
        "R125 9:10",
        lambda: formula("(" * 1_900 + "a" + ")" * 1_900),
    ),
    "a formula of 700 times not": ("R125 9:10", lambda: formula("niet " * 700 + "a")),
    "a formula of 900 sums": ("R125 9:10", lambda: formula(" + ".join("a" * 900))),
    "a formula of 1,900 minus signs": ("R125 9:10", lambda: formula("- " * 1_900 + "a")),
    "a formula of 780 parts with en": ("", lambda: formula(" en ".join("a" * 780))),
    "unclosed quotes": ("R005 1:800005", lambda: b'a: "' + b"x " * 400_000),
    "only quotes": ("R005 1:900002", lambda: b"'" * 900_001),
    "only carriage returns": ("R011 900001:1", lambda: b"\r" * 900_000),
    "many comments": ("R011 400001:1", lambda: b"#\n" * 400_000),
    "many question marks": ("R006 1:129", lambda: b"? " * 30_000),
    "many documents": ("R010 2:1, R014 1:1", lambda: b"a\n---\n" * 100_000),
}
