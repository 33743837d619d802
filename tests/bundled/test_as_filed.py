"""Your story as filed, and the column beside it: what each holds, by what was settled and how it was mended."""

import re
from functools import cache

import pytest

from builders import story_in
from conftest import BUNDLED
from filed import pairs, slots
from plays import Preferences, play_by
from sidelight.model.story import Story
from sidelight.play.playthrough import Playthrough
from sidelight.play.rules import Rules
from sidelight.presenting.present import kept
from sidelight.text.prose import Blocks, Paragraph, Set, plain_words

FILED = "Your story as filed"
CORRECTIONS = "Corrections"

OVERREACH = {
    "crash": {"p-odds": "flash"},
    "room": {"c1-settle-alone": "scene"},
    "general": {"c2-settle-general": "keep"},
    "night": {"c3-settle-plane": "jet"},
    "deal": {"c4-settle-deal": "bargain"},
    "family": {"c5-settle-family": "draft"},
    "call": {"c6-settle-call": "draft"},
}
QUIETLY = {
    "p-evening": "write-through",
    "c2-letter": "quiet",
    "c3-letter": "quiet",
    "c4-letter": "quiet",
    "c5-letter": "quiet",
    "c6-letter": "quiet",
    "c7-open": "quiet",
}
SILENT = {"c6-dinner": "silent let-be", "c7-column": "leave"}

SAID = {
    "room": "he had sat alone",
    "general": "General Mahmoud",
    "night": "unmarked jet",
    "deal": "non-interference",
    "family": "secretly flown",
    "call": "voice cracked",
}
"""What stands in the file where a claim was moved as fact, and only there."""

OWED = {
    "crash": "believed to have died",
    "room": "no witness to that scene",
    "general": "cited a General Mahmoud",
    "night": "how and in what Assad left",
    "deal": "stated a bargain",
    "family": "all three children were already",
    "call": "a break in the minister’s voice",
}
DATES = ["13 December 2024", "14 December", "16 December", "7 January 2025", "12 February", "10 December"]
DATES += ["26 April 2026"]


@cache
def rules() -> Rules:
    return Rules(story_in(BUNDLED))


def story() -> Story:
    return rules().story


def lines(blocks: Blocks) -> list[str]:
    found: list[str] = []
    for block in blocks:
        match block:
            case Paragraph(content):
                found.append(plain_words(content))
            case Set(_, inner):
                found += lines(inner)
            case _:
                raise AssertionError(block)
    return found


def kept_lines(playthrough: Playthrough, title: str) -> list[str]:
    return next((lines(text.blocks) for text in kept(playthrough) if text.title == title), [])


def played(preferences: Preferences, until: str = "") -> Playthrough:
    return play_by(rules(), preferences, until)


def filed(preferences: Preferences, until: str = "") -> str:
    return "\n".join(kept_lines(played(preferences, until), FILED))


def corrections(preferences: Preferences, until: str = "") -> str:
    return "\n".join(kept_lines(played(preferences, until), CORRECTIONS))


def test_while_nothing_has_moved_the_file_says_so_and_there_is_no_column() -> None:
    before = played({}, until="c1-open")

    assert ["No section has moved yet."] == kept_lines(before, FILED)
    assert [] == kept_lines(before, CORRECTIONS)


def test_each_section_is_one_paragraph_with_its_date() -> None:
    paragraphs = kept_lines(played({}), FILED)
    dated = [re.sub(r".*\((.+)\)$", r"\1", each) for each in paragraphs if each.endswith(")")]

    assert DATES == dated


def test_neighbours_in_the_file_never_say_a_thing_twice() -> None:
    for first, second in pairs(story().passages["as-filed"].text):
        said = [sentence for sentence in re.split(r"(?<=[.:;]) ", first) if sentence]
        assert not any(len(sentence) > 20 and sentence in second for sentence in said), (first, second)


def test_a_paragraph_of_the_file_never_begins_with_a_word_for_somebody_it_has_not_named() -> None:
    """Past its second section it names whom it speaks of, whatever stands before."""
    for ways in list(slots(story().passages["as-filed"].text))[5:]:
        assert not any(re.match(r"(He|His|They|Their|It) ", way) for way in ways), ways


@pytest.mark.parametrize("claim", SAID)
def test_what_was_moved_as_fact_stands_until_it_is_mended_quietly(claim: str) -> None:
    assert re.search(SAID[claim], filed(OVERREACH[claim]))
    assert not re.search(SAID[claim], filed(OVERREACH[claim] | QUIETLY | SILENT))
    assert not re.search(SAID[claim], filed({}))


@pytest.mark.parametrize(
    ("settled", "said"),
    [
        ({"c1-r-room": "behind", "c1-settle-alone": "marked"}, "is a novelist’s"),
        ({"c2-settle-general": "marked"}, "was invented by a writer"),
        ({"c3-desk": "go-c3-photo", "c3-settle-plane": "ilyushin"}, "At 04:55"),
        ({"c3-settle-plane": "drop"}, "The New York Times has him gone after dusk"),
        ({"c3-settle-plane": "drop"}, "(16 December; filled 7 January 2025)"),
        ({"c4-settle-deal": "drop"}, "(7 January 2025; filled 12 February)"),
        ({"c4-desk": "go-c4-saqr", "c4-settle-visit": "differ"}, "visit to Moscow in November differ"),
        ({"c4-desk": "go-c4-fish", "c4-settle-deal": "diplomat"}, "a Western diplomat confirmed"),
        ({"c4-settle-deal": "contested"}, "denies negotiating"),
        ({"c5-settle-family": "private"}, "is disputed. The food"),
        ({"c6-settle-call": "first"}, "in translation"),
        ({"c7-r-shadow": "counted"}, "306,887"),
        ({"c7-r-shadow": "waiting"}, "111,000"),
        ({"c7-stop": "border"}, "Three million"),
        ({"c7-man": "court"}, "wanted in Damascus"),
        ({"c3-haidar": "name"}, "One name has been withdrawn"),
    ],
)
def test_the_file_has_what_this_reader_settled_and_no_other(settled: Preferences, said: str) -> None:
    others = {"c7-r-shadow": "waiting" if said == "306,887" else "counted", "c7-stop": "coast", "c7-man": "moscow"}

    assert said in filed(others | dict(settled))
    assert said not in filed(others | {"c6-settle-call": "plain"} | {"c4-settle-deal": "rescue"})


def test_how_long_he_ruled_is_in_the_file_from_when_it_was_looked_up() -> None:
    looked_up = {"p-glass": "friday", "c1-desk": "go-c1-heir"}

    assert "twenty-four years" in filed(looked_up, until="c2-open")
    assert "twenty-four years" not in filed({}, until="c7-filed")
    assert "twenty-four years" in filed({}, until="c7-column")


def test_a_name_at_the_head_answers_for_its_own_section_only() -> None:
    hers = kept_lines(played({"c7-sawsan": "hers"}), FILED)

    assert "Sections one to six by Littoral staff; section seven by Sawsan Nahhas, in Damascus" == hers[1]


@pytest.mark.parametrize("claim", OWED)
def test_a_correction_is_owed_for_what_was_moved_as_fact_and_for_nothing_else(claim: str) -> None:
    column = corrections(OVERREACH[claim])

    assert OWED[claim] in column
    assert "without a note" not in column
    assert not any(text in column for other, text in OWED.items() if other != claim)


@pytest.mark.parametrize("claim", OWED)
def test_owning_up_covers_the_quiet_mend_as_well(claim: str) -> None:
    quietly = OVERREACH[claim] | QUIETLY

    assert "without a note" in corrections(quietly | {"c6-dinner": "confess", "c7-column": "reopen print"})
    assert "without a note" in corrections(quietly | {"c6-dinner": "silent", "c7-column": "reopen"})
    assert "none outstanding" in corrections(quietly | {"c6-dinner": "silent"}, until="c7-r-shadow")
    assert "without a note" not in corrections(quietly | {"c6-dinner": "silent"}, until="c7-r-shadow")


def test_a_diplomat_who_was_not_western_is_corrected() -> None:
    supper = {"c4-desk": "go-c4-fish", "c4-settle-deal": "diplomat"}

    assert "called a Western diplomat was not one" in corrections(supper)
    assert "Western" not in corrections(OVERREACH["deal"])


def test_who_writes_the_column_in_pencil_says_no_more_than_a_reader_could_know() -> None:
    supper = {"c4-desk": "go-c4-fish", "c4-settle-deal": "diplomat"}
    pencilled = corrections(OVERREACH["general"] | supper | QUIETLY | SILENT)

    assert "Who had told him?" in pencilled
    assert "For whom, then?" in pencilled
    assert "was not one" not in pencilled
    assert "invention of the draft" not in pencilled


def test_a_file_without_corrections_speaks_of_no_smaller_ones() -> None:
    assert "Corrections: none." == corrections({"c7-column": "leave"})
    assert "none but a mountain" in corrections({"c1-settle-where": "qasioun", "c7-column": "leave"})


def test_a_name_that_was_printed_and_asked_back_is_in_the_column() -> None:
    assert "At his request we have withdrawn both" in corrections({"c3-haidar": "name", "c6-haidar": "remove"})
    assert "withdrawn" not in corrections({"c3-haidar": "name", "c6-haidar": "leave"})


@pytest.mark.parametrize(
    ("last", "said"),
    [({"c7-coast": "halt"}, "an abrupt halt. It had not"), ({"c7-moscow": "seeker"}, "asylum seeker. R")],
)
def test_what_was_moved_on_the_last_day_is_in_the_column_by_the_ending(last: Preferences, said: str) -> None:
    claims = {"c7-stop": "coast", "c7-man": "moscow"} | dict(last)

    assert said not in corrections(claims, until="c7-sent")
    assert said in corrections(claims)
    assert said not in corrections(OVERREACH["room"] | QUIETLY | SILENT | claims)


def test_nothing_kept_is_still_to_come_at_an_ending() -> None:
    for title in ("as-filed", "corrections"):
        assert not any("(To come" in way for ways in slots(story().passages[title].text) for way in ways)

    cut = filed({"c3-settle-plane": "drop", "c4-settle-deal": "drop"})
    assert "still to come" not in cut


def test_a_heading_of_the_column_never_stands_over_nothing() -> None:
    for claims in ({}, *OVERREACH.values()):
        for until in ("p-glass", "c2-open", "c3-open", "c4-open", "c5-open", "c6-open", "c7-open", "c7-sent", ""):
            column = kept_lines(played(claims, until), CORRECTIONS)
            if column and column[0].startswith("Corrections. "):
                assert len(column) > 1, (claims, until, column)
