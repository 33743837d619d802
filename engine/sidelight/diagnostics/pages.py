"""The page that explains a kind of finding."""

from importlib.resources import files

from sidelight.diagnostics.catalogue import KINDS
from sidelight.diagnostics.diagnostic import Kind


def find_kind(asked: str) -> Kind | None:
    """The kind of that code or name, in any case."""
    folded = asked.strip().lower()
    return next((kind for kind in KINDS.values() if folded in (kind.code.lower(), kind.name)), None)


def page_name(kind: Kind) -> str:
    """The file of a kind's page."""
    return f"{kind.code}-{kind.name}.md"


def page(kind: Kind) -> str:
    """What a kind means, why it matters, and an example that fails beside the same one mended."""
    return (files("sidelight.diagnostics") / "explain" / page_name(kind)).read_text("utf-8")
