"""The transcripts in both readers at once: the same moves give the same pages, and as much to do on them."""

from pathlib import Path

import pytest

from builders import past_title, sitting_of, story_in, story_of, unasked
from conftest import BUNDLED, CHECKOUT
from plain.driving import answers
from sidelight.model.story import Choice
from sidelight.plain.help import HELP
from sidelight.plain.reader import LineReader
from sidelight.presenting.doings import DOINGS, Doing
from sidelight.presenting.present import present
from sidelight.tui.actions import ACTIONS
from sidelight.tui.app import ReaderApp
from transcripts import beginning_of, play, read_transcript
from tui.small_story import SMALL

FEATURES = CHECKOUT / "tests" / "stories"
LONG = ("her-name", "the-long-column")
TRANSCRIPTS = [(path.parent, path) for path in sorted(FEATURES.glob("*/*.txt"))]
TRANSCRIPTS += [(BUNDLED, BUNDLED / "transcripts" / f"{name}.txt") for name in LONG]

MOVING = {"take", "down", "up", "page_on", "page_back", "bottom", "next_part", "previous_part", "cross", "close"}
"""To go about on the screen. By lines everything comes in its order, and there is nothing to close."""
MARKS = {"next_mark", "previous_mark"}
"""To go from mark to mark: by lines each says its number."""
AT_A_QUESTION = {"hint", "pick_line", "earlier", "later", "turn", "across", "pass_over"}
"""While a question is asked. That both readers can do as much there is held in test_exercises."""
OF_SCREENS = {"command_palette", "suspend_process"}
"""The one is another way to all the others; the other is the terminal's own, without a screen to put back."""


@pytest.mark.parametrize(("story", "path"), TRANSCRIPTS, ids=[f"{s.name}/{p.stem}" for s, p in TRANSCRIPTS])
async def test_a_transcript_played_in_both_readers_gives_its_pages_in_both(story: Path, path: Path) -> None:
    loaded = story_in(story)
    transcript = read_transcript(path)
    beginning = beginning_of(transcript, loaded)
    sitting, by_lines = sitting_of(loaded, beginning), sitting_of(loaded, beginning)
    reader = LineReader(by_lines, unasked())
    app = ReaderApp(*past_title(sitting), unasked())
    async with app.run_test(size=(80, 24)) as pilot:
        for moment, playthrough in play(transcript, loaded):
            assert present(playthrough, sitting.shelf.taken) == sitting.page == by_lines.page
            for doing in (doing for doing in DOINGS if doing.prompt):
                offered = _is_offered(app, doing) and doing.prompted(sitting.page)
                assert offered == (doing.prompt in reader.prompt()), doing
            if moment.choice is not None:
                number = _number(playthrough.rules.open_choices(playthrough.state), moment.choice)
                assert list(reader.answer(str(number)))
                await pilot.press("end", str(number))
                await pilot.pause()


def test_whatever_can_be_done_at_the_screen_is_declared_for_both_readers() -> None:
    declared = {action for doing in DOINGS for action in doing.actions}

    assert {action.id for action in ACTIONS} - {"pick"} == declared | MOVING | MARKS | AT_A_QUESTION | OF_SCREENS


@pytest.mark.parametrize("doing", DOINGS, ids=lambda doing: doing.typed or doing.letter)
def test_whatever_is_declared_is_answered_in_plain_mode_and_stands_in_its_help(
    doing: Doing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # where what is taken away is written
    typed = doing.typed or doing.letter
    said = answers(sitting_of(story_of(SMALL, "desk")), "1", typed, "b", "q").split(f"> {typed}\n", 1)[1]

    assert "is not among the choices" not in said.split("\n> ", 1)[0]
    assert any(part.strip().startswith(doing.letter) for line in HELP.splitlines() for part in line.split(". "))


def _is_offered(app: ReaderApp, doing: Doing) -> bool:
    return any(app.screen.check_action(action, ()) for action in doing.actions)


def _number(choices: tuple[Choice, ...], id_: str) -> int:
    return [choice.id for choice in choices].index(id_) + 1
