"""What engine/results.md says of a file of results is what a file of results is."""

import re
from dataclasses import fields
from typing import get_args

from conftest import CHECKOUT
from sidelight.teaching.events import Event, from_line, to_line

DOCUMENT = (CHECKOUT / "engine" / "results.md").read_text("utf-8")
EXAMPLE = re.findall(r"^```jsonl\n(.*?)^```", DOCUMENT, re.MULTILINE | re.DOTALL)[0].splitlines(keepends=True)


def test_every_line_of_the_example_is_a_line_as_it_is_written() -> None:
    assert EXAMPLE == [to_line(from_line(line)) for line in EXAMPLE]


def test_the_example_has_every_kind_of_line() -> None:
    assert {kind.event for kind in get_args(Event)} == {from_line(line).event for line in EXAMPLE}


def test_every_field_is_told() -> None:
    table = DOCUMENT[DOCUMENT.index("| event | field |") : DOCUMENT.index("## What is never in it")]

    for kind in get_args(Event):
        rows = table.partition(f"| `{kind.event}` ")[2]
        for field in fields(kind):
            assert f"`{field.name}`" in rows or field.name == "at", (kind.event, field.name)
