"""The keys a reader chooses herself: used, shown wherever keys are shown, and never a reason not to start."""

import pytest

from sidelight.tui.actions import ACTIONS
from sidelight.tui.keymap import Keys, read_keys
from tui.driving import reading


def keys_for(keys: Keys, id_: str) -> tuple[str, ...]:
    return next(action.keys for action in keys.actions if action.id == id_)


@pytest.mark.parametrize(
    ("line", "id_", "keys"),
    [
        ("go back = z backspace", "undo", ("z", "backspace")),
        ("undo=Z", "undo", ("Z",)),
        ("Journal = F2", "journal", ("f2",)),
        ("page on = PgDn Insert", "page_on", ("pagedown", "insert")),
        ("take = Enter", "take", ("enter",)),
        ("saves = ctrl+s", "saves", ("ctrl+s",)),
        ("notes = ,", "notes", ("comma",)),
    ],
)
def test_a_line_gives_an_action_its_keys(line: str, id_: str, keys: tuple[str, ...]) -> None:
    found = read_keys(f"# mine\n\n{line}\n", "keys")

    assert () == found.problems
    assert keys == keys_for(found, id_)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("go bakc = z", 'keys, line 1: there is no action called "go bakc"; did you mean "go back"?'),
        ("# mine\nundo", 'keys, line 2: "undo" is not an action, an equals sign and its keys.'),
        ("undo =", 'keys, line 1: "undo =" is not an action, an equals sign and its keys.'),
        ("undo = zz", 'keys, line 1: "zz" is not a key that can be given.'),
        ("undo = 3", 'keys, line 1: "3" is not a key that can be given.'),
        ("undo = t", "keys, line 1: t is the key of “journal”, so “go back” keeps its own."),
        ("undo = z\nskip = z", "keys, line 1: z is the key of “skip”, so “go back” keeps its own."),
        ("pick = a", "keys, line 1: “choose by number” keeps its keys: they are the numbers of the choices."),
    ],
)
def test_a_line_that_cannot_be_used_is_said_and_changes_nothing(text: str, problem: str) -> None:
    found = read_keys(text, "keys")

    assert (problem,) == found.problems
    assert keys_for(Keys(), "undo") == keys_for(found, "undo")


def test_what_is_wrong_is_said_in_the_order_of_the_file() -> None:
    found = read_keys("undo = t\nfly = x\nsaves = t\nskip\n", "keys")

    assert [1, 2, 3, 4] == [int(said.removeprefix("keys, line ").partition(":")[0]) for said in found.problems]


async def test_each_thing_that_is_wrong_stands_on_a_line_of_its_own_at_the_start_and_in_the_help() -> None:
    keys = read_keys("notes = t\nfly = x\n", "keys")
    message = "\n".join(("settings, line 1: what.", *keys.problems))
    async with reading(keys=keys, message=message) as reader:
        at_start = [line.strip(" │") for line in reader.lines if "line " in line]
        await reader.press("question_mark")
        in_help = [line.strip(" │") for line in reader.lines if "line " in line]

    assert ["settings, line 1: what.", *keys.problems] == at_start
    assert list(keys.problems) == in_help[:2]


def test_two_actions_can_change_their_keys() -> None:
    found = read_keys("undo = t\njournal = u\n", "keys")

    assert () == found.problems
    assert (("t",), ("u",)) == (keys_for(found, "undo"), keys_for(found, "journal"))
    assert {action.id for action in ACTIONS} == {action.id for action in found.actions}


async def test_the_keys_chosen_do_what_they_are_for_and_are_shown_everywhere() -> None:
    keys = read_keys("undo = t\njournal = f2\nclose = Q\nhelp = zzz\n", "keys")
    async with reading(keys=keys, size=(80, 45)) as reader:
        await reader.press("1")
        assert "t go back" in reader.text
        await reader.press("question_mark")
        assert "keys, line 4" in reader.text
        assert "F2  " in reader.text
        assert "Q close" in reader.text
        await reader.press("Q", "t")

        assert "desk" == reader.scene
        await reader.press("u")
        assert "desk" == reader.scene
        await reader.press("f2")
        assert "Q close" in reader.text
