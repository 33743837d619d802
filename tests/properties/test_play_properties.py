"""What holds of any play of any story here: the bundled one and the story of every feature."""

from functools import cache
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from builders import story_in
from conftest import BUNDLED
from sidelight.model.values import Whole
from sidelight.plain.page import page_lines
from sidelight.play.notebook import Notebook
from sidelight.play.playthrough import Playthrough
from sidelight.play.replay import replay
from sidelight.play.rules import Beginning, Rules
from sidelight.presenting.present import present
from sidelight.saving.files import MemoryFile
from sidelight.saving.slot import Slot, read_slot
from sidelight.saving.store import stamp
from sidelight.text.characters import unsafe_characters

FEATURES = Path(__file__).parent.parent / "stories"
FOLDERS = [BUNDLED, *(path for path in sorted(FEATURES.iterdir()) if path.is_dir())]
LONGEST = 40


@cache
def rules_of(folder: Path) -> Rules:
    return Rules(story_in(folder))


@st.composite
def playthroughs(draw: st.DrawFn) -> Playthrough:
    """A play of some story, from its start or of one chapter alone."""
    rules = rules_of(draw(st.sampled_from(FOLDERS)))
    chapter = draw(st.none() | st.sampled_from([None, *rules.story.chapters]))
    playthrough = Playthrough.begin(rules, Beginning(chapter=chapter))
    for pick in draw(st.lists(st.integers(0, 5), max_size=LONGEST)):
        choices = rules.open_choices(playthrough.state)
        if not choices:
            break
        playthrough = playthrough.choose(choices[pick % len(choices)])
    return playthrough


@given(playthroughs())
def test_values_stay_inside_their_domains(playthrough: Playthrough) -> None:
    story = playthrough.rules.story
    for name, value in playthrough.rules.values(playthrough.state).items():
        domain = story.variables[name].domain
        assert value in domain.values
        assert isinstance(value, bool) is not isinstance(domain, Whole) or isinstance(value, str)


@given(playthroughs())
def test_undo_after_a_choice_is_the_playthrough_before_it(playthrough: Playthrough) -> None:
    for choice in playthrough.rules.open_choices(playthrough.state):
        assert playthrough.choose(choice).undo() == playthrough


@given(playthroughs())
def test_replaying_the_steps_of_a_play_is_the_play(playthrough: Playthrough) -> None:
    steps = [step.choice.step for step in playthrough.steps()]

    again = replay(playthrough.rules, playthrough.beginning, steps)

    assert again.why is None
    assert again.playthrough.state == playthrough.state


@given(playthroughs(), st.lists(st.integers(0, LONGEST), max_size=3))
def test_a_slot_holds_the_play_whatever_way_it_was_reached(playthrough: Playthrough, backs: list[int]) -> None:
    file = MemoryFile()
    slot = Slot(file, stamp(playthrough.rules.story))
    notebook = Notebook()
    for length in [0, *backs, playthrough.length]:
        notebook = notebook.open(f"note-{length}", length)
        slot.keep(playthrough.rewind(length), notebook)

    found = read_slot(file).save

    assert found is not None
    assert [step.choice.step for step in playthrough.steps()] == list(found.steps)
    assert notebook == found.notebook


@given(playthroughs())
@settings(max_examples=200)
def test_every_page_can_be_read_and_steers_no_terminal(playthrough: Playthrough) -> None:
    page = present(playthrough)
    lines = page_lines(page)

    assert lines
    assert not any(unsafe_characters(line) for line in lines)
    assert page.over or page.open_offers
    assert [line.number for line in page.open_offers] == list(range(1, len(page.open_offers) + 1))
    assert [note.number for note in page.notes] == list(range(1, len(page.notes) + 1))
