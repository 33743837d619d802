"""What the foot names while an answer is typed: never a letter, and of Escape what it does just then."""

import pytest

from asked import sitting_after
from tui.driving import Reader, reading

WORD, WRITE = ("escape", "end", "1"), ("escape", "end", "1", "escape")


def foot(reader: Reader) -> str:
    return reader.lines[-1].strip()


@pytest.mark.parametrize("to_question", [WORD, WRITE])
async def test_the_foot_names_no_letter_and_what_escape_does_with_what_has_been_typed(
    to_question: tuple[str, ...],
) -> None:
    async with reading(sitting_after("leave", "cross")) as reader:
        await reader.press(*to_question)
        assert "F1 help   Tab to the choices   Esc pass over" == foot(reader)
        await reader.press("H")
        assert "F1 help   Esc to the choices" == foot(reader)
        await reader.press("backspace")
        assert "F1 help   Tab to the choices   Esc pass over" == foot(reader)
        await reader.press("H", "escape", "h")

        assert "▸ 1  Answer with this" in reader.text


@pytest.mark.parametrize("to_question", [WORD, WRITE])
async def test_at_the_choices_the_foot_names_the_way_back_to_what_is_being_typed(
    to_question: tuple[str, ...],
) -> None:
    async with reading(sitting_after("leave", "cross")) as reader:
        await reader.press(*to_question, "tab")
        assert "? help   Tab type on   Esc pass over   q leave" == foot(reader)
        await reader.press("tab", "H", "tab")
        assert "? help   Esc type on   q leave" == foot(reader)
        await reader.press("escape", "i")

        assert "Hi" in reader.text
        assert "F1 help   Esc to the choices" == foot(reader)
