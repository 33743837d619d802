"""A report's figures add up, whatever a class did."""

from collections import Counter
from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sidelight.teaching.codes import ANIMALS
from sidelight.teaching.events import Answered, Chose, Ended, Event, Opened, Skipped, WentBack
from sidelight.teaching.report.figures import answers, choices, endings, questions
from sidelight.teaching.report.gathering import Gathering
from sidelight.teaching.report.learning import scene_of, sum_up
from sidelight.teaching.report.tally import Tally
from sidelight.teaching.report.wording import Wording
from small_class import small_story, write_class

few = st.integers(0, 4)
notes = st.lists(st.just("A1"), max_size=1).map(tuple)
picked = st.sampled_from([("ring",), ("wait",), ("none-of-these",), ()])
events: st.SearchStrategy[Event] = st.one_of(
    st.builds(Chose, st.sampled_from(["a/print", "a/hold", "b/ask", "b/ring", "c/gone"]), few, few, notes),
    st.builds(WentBack, few),
    st.builds(Opened, st.just("A1"), st.sampled_from(["a", "b"]), few),
    st.builds(
        Answered, st.just("x-next"), st.integers(1, 2), few, picked, st.sampled_from([0.0, 1.0]), few, few, few
    ),
    st.builds(Skipped, st.just("x-next"), st.just(1)),
    st.builds(Ended, st.sampled_from(["good", "bad", ""]), few, few),
)
classes = st.dictionaries(
    st.sampled_from(ANIMALS[:8]).map("{}-17".format), st.lists(events, max_size=12).map(tuple), max_size=6
)


@given(played=classes, best=st.booleans())
@settings(max_examples=80, deadline=None)
def test_the_figures_of_any_class_add_up(
    tmp_path_factory: pytest.TempPathFactory, *, played: Mapping[str, tuple[Event, ...]], best: bool
) -> None:
    files = write_class(tmp_path_factory.mktemp("class"), played)
    tally = Tally(Wording(small_story()), best=best)
    for learner in Gathering(files, "example", "2026-11-23").learners():
        tally.add(sum_up(learner))

    assert len(played) == tally.learners == len(tally.rows)
    assert tally.sessions == tally.unended + sum(row.sessions for row in endings(tally))
    taken: Counter[str] = Counter()
    for row in choices(tally):
        taken[scene_of(row.step)] += row.taken
        assert row.opened_a_note.part <= row.opened_a_note.of == row.taken
    for row in choices(tally):
        decided = sum(any(_is_at(event, scene_of(row.step)) for event in each) for each in played.values())
        assert decided == taken[scene_of(row.step)] == row.of
    for asked in questions(tally):
        given = sum(row.learners for row in answers(tally) if row.question == asked.question)
        assert asked.learners == given
        assert asked.right is not None
        assert asked.right.of == asked.learners
        assert asked.right.part <= asked.right.of
        assert asked.learners + asked.skipped + asked.other_revision <= len(played)
    assert sum(row.scored for row in tally.rows) == sum(asked.learners for asked in questions(tally))
    assert sum(row.first_try_right for row in tally.rows) == sum(
        asked.right.part for asked in questions(tally) if asked.right is not None
    )


def _is_at(event: Event, scene: str) -> bool:
    return isinstance(event, Chose) and scene_of(event.step) == scene
