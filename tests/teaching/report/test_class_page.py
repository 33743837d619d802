"""The page of a class, as a teacher reads it."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from builders import story_of
from sidelight.model.story import Story
from sidelight.teaching.events import Answered, Chose, Ended, Event, Voted
from sidelight.teaching.report.as_text import text
from sidelight.teaching.report.class_page import class_page
from sidelight.teaching.report.details import details
from sidelight.teaching.report.figures import questions
from sidelight.teaching.report.gathering import Gathering
from sidelight.teaching.report.learning import sum_up
from sidelight.teaching.report.tally import Tally
from sidelight.teaching.report.wording import Wording
from small_class import CLASS, STORY, answered, small_story, write_class

PAGE = """\
Example: what the class did
===========================

4 pupils, 4 sessions, 22 November 2026, a median of 2 minutes. Played:
The Bridge alone.

Where it ended
--------------

Sessions:
  Answerable  3  #########################################
  =Cornered   1  ##############

The closest votes
-----------------

Here they divided most evenly, by what each did first. Nobody was right
or wrong: ask for reasons.

At the bridge:
  Print it, with … names  2  ######################
  Hold it                 2  ######################

The caller:
  Ask his name  2  ##########################
  Ring off      2  ##########################

The commonest wrong answers
---------------------------

What is done next?

3 of 3 (100%). “Wait”

    Waiting asks nobody.

And now, is it down?

3 of 3 (100%). “It is not”

    W.

Looking before deciding
-----------------------

Of 4 first decisions where there were notes and another way to go, 50%
were taken after a note on that page had been opened.

Pupils who opened a note there before they decided:
  At the bridge  50%  ###################### (of 4)

Misses and false alarms
-----------------------

Judgements in their answers:
  False alarms: trusted further than  3  ######################## (of 8)
  it stands
  Misses: doubted although it stands  2  ################ (of 8)

Second thoughts
---------------

2 of 3 (67%) answered another way when they were asked again: Is the
bridge down?

To ask tomorrow
---------------

1. At “At the bridge”, 2 of you were for “Print it, with … names” and 2
for “Hold it”. What did you know then, and what would have made you
choose the other?

2. To “What is done next?”, 3 of 3 said “Wait”. What makes that look
right, and what would you have to see to be sure?
"""


def counted(folder: Path, played: Mapping[str, tuple[Event, ...]], story: Story, *, best: bool = False) -> Tally:
    gathering = Gathering(write_class(folder, played), story.id, "2026-11-23")
    tally = Tally(Wording(story), best=best)
    for learner in gathering.learners():
        tally.add(sum_up(learner))
    return tally


def page(tally: Tally) -> str:
    return "\n".join(text(class_page(tally), 72, "#")) + "\n"


def test_the_page_of_a_small_class_in_full(tmp_path: Path) -> None:
    assert PAGE == page(counted(tmp_path, CLASS, small_story()))


def test_no_code_name_is_on_the_page_and_every_one_is_in_what_follows(tmp_path: Path) -> None:
    tally = counted(tmp_path, CLASS, small_story())
    after = "\n".join(text(details(tally), 72, "#"))

    assert [] == [code for code in CLASS if code in page(tally)]
    assert [] == [code for code in CLASS if code not in after]


@pytest.mark.parametrize("pupils", [1, 2])
def test_a_class_that_is_too_small_is_told_so_and_nothing_else(tmp_path: Path, pupils: int) -> None:
    few = dict(list(CLASS.items())[:pupils])

    told = page(counted(tmp_path, few, small_story()))

    assert "A class of fewer than 3 is too small for this page" in told
    assert "%" not in told
    assert "Wait" not in told
    assert "median" not in told


def test_no_share_is_told_of_fewer_than_three(tmp_path: Path) -> None:
    rows = {row.question: row for row in questions(counted(tmp_path, CLASS, small_story()))}

    hinted = rows["x-stands"].after_a_hint

    assert (1, 1) == hinted
    assert str(hinted) == "–"
    assert str(rows["x-next"].right) == "0%"


def test_a_side_too_small_to_be_told_cannot_be_found_from_the_others(tmp_path: Path) -> None:
    looked = Chose("a/print", 0, 30, ("A1",))
    held = Chose("a/hold", 0, 30)
    played = {f"otter-{number}": (looked,) for number in range(10, 16)} | {"wren-80": (held,)}

    told = page(counted(tmp_path, played, small_story()))

    vote = told[told.index("At the bridge:") : told.index("The commonest")]
    assert "opened a note" not in vote


def test_the_first_answer_counts_unless_the_best_is_asked_for(tmp_path: Path) -> None:
    first = {row.question: row.right for row in questions(counted(tmp_path / "1", CLASS, small_story()))}
    best = {row.question: row.right for row in questions(counted(tmp_path / "2", CLASS, small_story(), best=True))}

    assert (1, 4) == first["x-stands"]
    assert (2, 4) == best["x-stands"]


def test_an_answer_that_needed_a_hint_is_not_right_at_first(tmp_path: Path) -> None:
    played = {"otter-17": (answered("x-next", "ring", score=1.0, hints=1),)}

    (row,) = questions(counted(tmp_path, played, small_story()))

    assert (0, 1) == row.right
    assert (1, 1) == row.after_a_hint


def test_where_the_first_answer_is_lost_no_other_takes_its_place(tmp_path: Path) -> None:
    played = {"otter-17": (answered("x-next", "ring", score=1.0, attempt=2),)}

    (row,) = questions(counted(tmp_path, played, small_story()))

    assert 0 == row.learners


@pytest.mark.parametrize(
    ("right", "flag"), [(0, "teach again"), (3, "teach again"), (4, ""), (9, ""), (10, "too easy")]
)
def test_a_question_is_flagged_where_most_or_all_know_it(tmp_path: Path, right: int, flag: str) -> None:
    played = {
        f"otter-{10 + number}": (
            answered("x-next", *(("ring",) if number < right else ("wait",)), score=float(number < right)),
        )
        for number in range(10)
    }

    (row,) = questions(counted(tmp_path, played, small_story()))

    assert flag == row.flag


def test_a_scene_to_which_they_come_back_is_no_vote(tmp_path: Path) -> None:
    story = story_of(
        "scenes:\n"
        "  a:\n"
        "    title: The hall\n"
        "    text: Two doors.\n"
        "    choices:\n"
        "      - {say: Left, id: left, to: a, once: true}\n"
        "      - {say: Right, id: right, to: a, once: true}\n"
        "      - {say: Out, id: out, to: b}\n"
        "  b: {title: B, text: B., ending: {title: Out, tone: calm}}\n"
    )
    orders = [("left", "right", "out"), ("right", "left", "out"), ("left", "out"), ("right", "out")]
    played: dict[str, tuple[Event, ...]] = {
        f"otter-{10 + number}": (*(Chose(f"a/{id_}", at, 1) for at, id_ in enumerate(order)), Ended("b", 3, 3))
        for number, order in enumerate(orders)
    }

    assert "Nowhere did the class divide." in page(counted(tmp_path, played, story))


def test_ways_on_in_the_same_words_are_one_side(tmp_path: Path) -> None:
    story = story_of(
        "variables: {late: false}\n"
        "scenes:\n"
        "  a:\n"
        "    title: The hall\n"
        "    text: A door.\n"
        "    choices:\n"
        "      - {say: Out, id: early, to: b, when: not late}\n"
        "      - {say: Out, id: late, to: b, when: late}\n"
        "      - {say: Stay, id: stay, to: b}\n"
        "  b: {title: B, text: B., ending: {title: Out, tone: calm}}\n"
    )
    steps = ("a/early", "a/late", "a/late", "a/stay")
    played = {f"otter-{10 + number}": (Chose(step, 0, 1),) for number, step in enumerate(steps)}

    told = page(counted(tmp_path, played, story))

    assert "  Out   3  " in told
    assert "  Stay  1  " in told


def test_votes_by_hands_are_told_and_are_nobody_s_own(tmp_path: Path) -> None:
    vote = Voted((("a/print", 12), ("a/hold", 9)), "a/hold", 0)
    tally = counted(tmp_path, {"class-vote": (vote, Chose("a/hold", 0, 60), Ended("good", 2, 90))}, small_story())

    told = page(tally)

    assert (0, {}) == (tally.learners, dict(tally.decided))
    assert "1 play by the whole class, 22 November 2026. Played: The Bridge alone." in told
    assert "too small" not in told
    assert "Print it, with … names  12" in told
    assert "(taken, against the count)" in " ".join(told.split())
    assert "It ended with: Answerable." in told


@pytest.mark.parametrize(
    ("hands", "taken", "said"),
    [
        ((12, 9), "print", "(taken)"),
        ((12, 9), "hold", "(taken, against the count)"),
        ((9, 9), "hold", "(taken, in a tie)"),
    ],
)
def test_it_is_said_how_what_was_taken_stands_to_the_count(
    tmp_path: Path, hands: tuple[int, int], taken: str, said: str
) -> None:
    vote = Voted((("a/print", hands[0]), ("a/hold", hands[1])), f"a/{taken}", 0)

    told = page(counted(tmp_path, {"class-vote": (vote,)}, small_story()))

    assert 1 == " ".join(told.split()).count("(taken")
    assert said in " ".join(told.split())


def test_what_to_ask_tomorrow_is_made_from_votes_by_hands_where_there_is_nothing_else(tmp_path: Path) -> None:
    votes = (
        Voted((("a/print", 12), ("a/hold", 9)), "a/hold", 0),
        Voted((("b/ask", 21), ("b/ring", 0)), "b/ask", 1),
    )

    told = " ".join(page(counted(tmp_path, {"class-vote": votes}, small_story())).split())

    assert "To ask tomorrow" in told
    assert "1. At “At the bridge”, 12 of you were for “Print it, with … names” and 9 for “Hold it”." in told
    assert "2. At" not in told


def test_a_long_question_is_told_as_far_as_it_is_known_again_by(tmp_path: Path) -> None:
    story = story_of(STORY.replace("What is done next?", f"What is done {'and done ' * 20}next?"))

    told = " ".join(page(counted(tmp_path, CLASS, story)).split())

    assert re.search(r"2\. To “What is done (and done )+and…”, 3 of 3 said “Wait”", told)


def test_where_they_agreed_and_nobody_was_wrong_it_is_asked_what_led_elsewhere(tmp_path: Path) -> None:
    played: dict[str, tuple[Event, ...]] = {
        f"otter-{number}": (Chose("a/print", 0, 30), Ended("good", 2, 60)) for number in range(10, 14)
    }

    told = " ".join(page(counted(tmp_path, played, small_story())).split())

    assert "1. All who came to an end came to Answerable. Which step could have led elsewhere?" in told


LOOKING = """
variables: {late: false}
scenes:
  a:
    title: The hall
    text: "A [door](aside:n)."
    choices:
      - {say: Out, id: out, to: b}
      - {say: Wait, id: wait, to: b, when: late}
  b: {title: The yard, text: Two., asides: [n], choices: [{say: On, id: on, to: c}, {say: Back, id: back, to: c}]}
  c: {title: The road, text: None., choices: [{say: East, id: east, to: d}, {say: West, id: west, to: d}]}
  d: {title: D, text: D., ending: {title: Out, tone: calm}}
asides:
  n: {title: N, says: N., grade: dramatised, no-source: it is made up}
"""


def test_only_where_there_was_something_to_look_at_and_to_decide_does_looking_count(tmp_path: Path) -> None:
    played = {
        f"otter-{number}": (Chose("a/out", 0, 1), Chose("b/on", 1, 1, ("n",)), Chose("c/east", 2, 1))
        for number in range(10, 14)
    }

    told = page(counted(tmp_path, played, story_of(LOOKING)))

    assert "Of 4 first decisions where there were notes and another way to go, 100%" in told
    looking = told[told.index("Looking before") :]
    assert "The yard  100%" in looking
    assert "The hall" not in looking
    assert "The road" not in looking


def test_where_two_ways_were_taken_looking_counts_whatever_they_depend_on(tmp_path: Path) -> None:
    played = {f"otter-{number}": (Chose("a/out", 0, 1),) for number in range(10, 13)} | {
        "wren-80": (Chose("a/wait", 0, 1, ("n",)),)
    }

    assert "Of 4 first decisions" in page(counted(tmp_path, played, story_of(LOOKING)))


def test_a_choice_that_may_have_been_open_to_nobody_is_not_told_as_taken_by_none(tmp_path: Path) -> None:
    played = {f"otter-{number}": (Chose("a/out", 0, 1), Chose("b/on", 1, 1)) for number in range(10, 14)}

    told = "\n".join(text(details(counted(tmp_path, played, story_of(LOOKING))), 72, "#"))

    assert "Wait" not in told
    assert "Back  0" in told


def test_what_a_dash_stands_for_is_said_once(tmp_path: Path) -> None:
    told = " ".join(" ".join(text(details(counted(tmp_path, CLASS, small_story())), 72, "#")).split())

    assert 1 == told.count("–: fewer than 3, or nothing to be right in.")


def test_a_class_that_has_not_voted_yet_is_no_pupil_either(tmp_path: Path) -> None:
    tally = counted(tmp_path, {"class-vote": (Chose("a/hold", 0, 60),)}, small_story())

    assert (0, 0) == (tally.learners, tally.sessions)


def test_what_an_older_edition_had_is_called_by_its_id(tmp_path: Path) -> None:
    played: dict[str, tuple[Event, ...]] = {
        f"otter-{number}": (
            Chose("gone/left" if number % 2 else "gone/right", 0, 5),
            answered("x-gone", "a", score=1.0),
        )
        for number in range(10, 14)
    }

    told = page(counted(tmp_path, played, small_story()))

    assert "gone:\n  left   2" in told


def test_scenes_that_were_renamed_are_counted_together(tmp_path: Path) -> None:
    story = story_of(
        "scenes:\n"
        "  a:\n"
        "    was: [old]\n"
        "    title: The hall\n"
        "    text: A door.\n"
        "    choices: [{say: Out, id: out, to: b}, {say: Stay, id: stay, to: b}]\n"
        "  b: {was: [end], title: B, text: B., ending: {title: Gone, tone: calm}}\n"
    )
    plays = (("old/out", "end"), ("a/out", "b"), ("old/stay", "end"), ("a/stay", "b"))
    played: dict[str, tuple[Event, ...]] = {
        f"otter-{10 + number}": (Chose(step, 0, 1), Ended(ending, 1, 1))
        for number, (step, ending) in enumerate(plays)
    }

    told = page(counted(tmp_path, played, story))

    assert "For all of them, with Gone." in told
    assert "The hall:\n  Out   2 " in told


def test_answers_to_another_revision_are_counted_apart(tmp_path: Path) -> None:
    other = Answered("x-next", 2, 1, ("ring",), 1.0, 0, 0, 5)

    (row,) = questions(counted(tmp_path, {"otter-17": (other,)}, small_story()))

    assert (0, 1) == (row.learners, row.other_revision)
