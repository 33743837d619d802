"""The conversation about a question, and what is said in it."""

from asked import asked_story
from sidelight.teaching.asking import Asking, Stage
from sidelight.teaching.feedback import Feedback, feedback
from sidelight.teaching.questions import question
from sidelight.text.prose import Blocks, Paragraph, plain_words

STORY = asked_story()


def asking(id_: str) -> Asking:
    return Asking(question(STORY.exercises[id_], STORY, ""), STORY.grades)


def said_to(now: Asking) -> Feedback:
    said = feedback(now, STORY)
    assert said is not None
    return said


def words(blocks: Blocks) -> list[str]:
    return [plain_words(block.content) for block in blocks if isinstance(block, Paragraph)]


def test_nothing_is_said_before_an_answer() -> None:
    assert feedback(asking("pick"), STORY) is None


def test_a_right_answer_settles_it_with_all_that_is_to_be_known() -> None:
    now = asking("pick").answer(("some",))
    said = said_to(now)

    assert Stage.SETTLED is now.stage
    assert "Right." == said.verdict
    assert ["Well read."] == words(said.says)
    assert "Right, and you picked it." == said.explained[0].told
    assert {"Most had none.", "That is what was counted.", "A few had one."} == {
        word for each in said.explained for word in words(each.why)
    }
    assert ["One town is not a country."] == words(said.closing)
    assert ["Graves", "A coin"] == [each.source.title if each.source else each.title for each in said.evidence]


def test_a_first_wrong_answer_is_met_with_its_reason_and_may_be_tried_again() -> None:
    now = asking("pick").answer(("all",))

    assert Stage.OPEN is now.stage
    assert Feedback("Not quite. You may try once more.", said_to(now).says) == said_to(now)
    assert ["Most had none."] == words(said_to(now).says)
    assert 0 == now.hints


def test_the_last_wrong_answer_settles_it_and_says_what_is_right() -> None:
    now = asking("pick").answer(("all",)).answer(("none",))
    said = said_to(now)

    assert Stage.SETTLED is now.stage
    assert "Not quite." == said.verdict
    assert ["Not as it was dug up."] == words(said.says)
    assert ["You picked it.", "This is right.", ""] == [each.told for each in said.explained]


def test_where_the_reason_would_tell_the_answer_a_hint_is_given_instead_and_counted() -> None:
    now = asking("sorted").answer(("reported", "claimed"))

    assert "Not quite. 1 of 2 is right. You may try once more." == said_to(now).verdict
    assert () == said_to(now).says
    assert ("Who counted?",) == now.seen_hints
    assert [0, 1] == [tried.hints for tried in now.answer(("established", "claimed")).tries]


def test_hints_come_one_by_one_and_run_out() -> None:
    now = asking("pick").hint()

    assert ("Read the note again.",) == now.seen_hints
    assert ("Read the note again.", "Count them.") == now.hint().hint().hint().seen_hints
    assert 2 == now.hint().answer(("some",)).tries[0].hints


def test_how_sure_the_reader_is_is_asked_before_anything_is_said() -> None:
    now = asking("word").answer(("coin",))

    assert Stage.SURE is now.stage
    assert feedback(now, STORY) is None
    assert 3 == now.sure(3).tries[0].confidence
    assert Stage.SETTLED is now.sure(3).stage
    assert 0 == now.sure(0).tries[0].confidence


def test_how_sure_she_is_is_asked_once() -> None:
    assert Stage.OPEN is asking("word").answer(("a stone",)).sure(1).stage
    assert Stage.SETTLED is asking("word").answer(("a stone",)).sure(1).answer(("bread",)).stage


def test_giving_up_says_what_is_right() -> None:
    assert (
        "This is the answer. It is: a coin."
        == said_to(asking("word").answer(("bread",)).sure(1).give_up()).verdict
    )


def test_what_is_typed_is_told_when_it_was_wrong() -> None:
    now = asking("count").answer(("3",)).answer(("4",))

    assert "Not quite. It is 12, or at most 1 off." == said_to(now).verdict
    assert "Right." == said_to(asking("count").answer(("11",))).verdict


def test_of_several_it_is_said_how_many_were_found_and_how_many_do_not_belong() -> None:
    now = asking("many").answer(("sea", "sand"))

    assert (
        "Not quite. You have 1 of the 2 that belong, and 1 that does not belong. You may try once more."
        == said_to(now).verdict
    )
    told = {plain_words(each.text): each.told for each in said_to(now.answer(("sea", "sand"))).explained}
    assert {
        "The sea": "This belongs; you picked it.",
        "The rain": "This belongs; you left it out.",
        "The sand": "This does not belong; you picked it.",
    } == told


def test_of_several_a_thing_rightly_left_out_is_told_in_the_same_words_and_none_is_a_word() -> None:
    right = said_to(asking("many").answer(("sea", "rain")))
    none = said_to(asking("many").answer(("sand",)))

    assert "This does not belong; you left it out." == right.explained[-1].told
    assert "Not quite. You have none of the 2 that belong, and 1 that does not belong." in none.verdict


def test_an_order_is_told_in_its_order() -> None:
    said = said_to(asking("row").answer(("step", "cross", "pay")))

    assert "Not quite. 1 of 2 steps from one to the next is right." == said.verdict
    assert ["Number 1; you had it as number 3.", "Number 2; you had it as number 1."] == [
        each.told for each in said.explained[:2]
    ]


def test_a_match_is_told_item_by_item() -> None:
    said = said_to(asking("sorted").answer(("reported", "cannot-run")).answer(("claimed", "cannot-run")))

    assert ["You said “claimed”. It is “established”.", "Right: “cannot run”."] == [
        each.told for each in said.explained
    ]


def test_what_nothing_is_right_in_is_noted_and_never_marked() -> None:
    rated, written, guessed = (
        asking("scale").answer(("2",)),
        asking("say").answer(("He says so.",)),
        asking("guess").answer(("7",)),
    )

    assert {"Noted. Nothing is marked here."} == {said_to(each).verdict for each in (rated, written)}
    assert "Noted. Nothing is marked here. It is 2." == said_to(guessed).verdict
    assert [None, None, None] == [each.tries[0].mark.score for each in (rated, written, guessed)]
    assert ["Another quay."] == words(said_to(written).says)
    assert [["It says who speaks."]] == [words(each) for each in said_to(written).look_for]
