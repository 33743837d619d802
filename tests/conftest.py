"""Every test has a home of its own, no colour, and the same clock and width whoever runs it."""

import gc
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parent.parent
BUNDLED = CHECKOUT / "story"


def pytest_collection_finish() -> None:
    """Have what stays to the end anyway not be looked through for garbage again and again."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def private_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    for name in ("STATE", "CONFIG", "DATA", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("COLUMNS", raising=False)
    monkeypatch.delenv("LINES", raising=False)
    # A program that is started again and again is compiled once, as it is for whoever installs it.
    monkeypatch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)
    return home
