"""The core of the checker's method stays small enough to be taught: `engine/proving.md` explains it."""

import ast
import re
import tokenize

from conftest import CHECKOUT

PROVING = CHECKOUT / "engine" / "sidelight" / "checking" / "proving"
EXPLAINED = (CHECKOUT / "engine" / "proving.md").read_text("utf-8")
LAYOUT = {
    tokenize.COMMENT,
    tokenize.NL,
    tokenize.NEWLINE,
    tokenize.INDENT,
    tokenize.DEDENT,
    tokenize.ENDMARKER,
}
MOST = 900


def core() -> list[str]:
    """The modules of the core, as the table in the explanation lists them."""
    return re.findall(r"^\| `(\w+)\.py` \|", EXPLAINED, re.MULTILINE)


def lines_of_code(module: str) -> int:
    """The lines that are neither blank nor comment nor docstring."""
    path = PROVING / f"{module}.py"
    lines: set[int] = set()
    with path.open("rb") as file:
        for token in tokenize.tokenize(file.readline):
            if token.type not in LAYOUT and token.type != tokenize.ENCODING:
                lines.update(range(token.start[0], token.end[0] + 1))
    for node in ast.walk(ast.parse(path.read_bytes())):
        match node:
            case ast.Expr(value=ast.Constant(value=str())):
                lines -= set(range(node.lineno, (node.end_lineno or node.lineno) + 1))
            case _:
                pass
    return len(lines)


def test_the_core_of_the_method_has_at_most_so_many_lines() -> None:
    counted = {module: lines_of_code(module) for module in core()}

    assert len(counted) > 8
    assert sum(counted.values()) <= MOST, counted


def test_every_module_of_proving_is_short() -> None:
    lengths = {path.name: len(path.read_text("utf-8").splitlines()) for path in PROVING.glob("*.py")}

    assert [] == [name for name, length in lengths.items() if length > 250]


def test_the_core_imports_nothing_of_what_is_asked_or_reported() -> None:
    outside = {path.stem for path in PROVING.glob("*.py")} - {*core(), "__init__"}
    found = [
        (module, other)
        for module in core()
        for other in re.findall(
            r"^from sidelight\.checking\.proving\.(\w+)",
            (PROVING / f"{module}.py").read_text("utf-8"),
            re.MULTILINE,
        )
        if other in outside
    ]

    assert [] == found
