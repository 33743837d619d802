"""Scenes and their choices: ids, branches and offers."""

import pytest

from mistakes import HEADER, around, found_in, found_in_scene, load, scene_of, sound
from sidelight.loading.scenes import default_id
from sidelight.model.expressions import Read
from sidelight.model.story import OFFERED, Ending
from sidelight.model.texts import Written


@pytest.mark.parametrize(
    ("say", "expected"),
    [
        ("Ask who was in the room", "ask-who-was-in-the-room"),
        ("“Who’s there?”", "whos-there"),
        ("Don't go", "dont-go"),
        ("Brücke, Çelik & Ångström", "brucke-celik-angstrom"),
        ("  Go   on!  ", "go-on"),
        ("7–8 December", "78-december"),
        ("Wait {hours} hours", "wait-hours-hours"),
        ("…", ""),
        ("انتظر", ""),
        ("Tell her everything you have been told since noon", "tell-her-everything-you-have-been-told-s"),
        ("Tell her everything you have been tolds since", "tell-her-everything-you-have-been-tolds"),
    ],
)
def test_a_choice_takes_its_id_from_its_words(say: str, expected: str) -> None:
    assert expected == default_id(say)
    assert len(default_id(say)) <= 40


def test_a_choice_of_whose_words_no_id_can_be_made_asks_for_one() -> None:
    assert [("missing-key", "{say: …, to: z}")] == found_in_scene("choices: [{say: …, to: z}]")
    assert [] == found_in_scene("choices: [{say: …, to: z, id: wait}]")


def test_a_choice_has_everything_it_is_written_with() -> None:
    (choice,) = scene_of(
        """
choices:
  - say: Ring
    id: ring-beirut
    to: [{when: sent, to: a}, {to: z}]
    when: sent
    locked: The line is dead.
    do: [hours -= 1, sent = false]
    once: true
    echo: You ring Beirut 4.
"""
    ).own_choices

    assert ("ring-beirut", "a", "a/ring-beirut", True) == (choice.id, choice.scene, choice.step, choice.once)
    assert (Read("sent"), Written("The line is dead.")) == (choice.when, choice.locked)
    assert [(Read("sent"), "a"), (None, "z")] == [(target.condition, target.scene) for target in choice.targets]
    assert ["hours", "sent"] == [effect.variable for effect in choice.effects]
    assert Written("You ring Beirut 4.") == choice.echo


@pytest.mark.parametrize(
    ("choice", "found"),
    [
        ("{say: Go, to: y}", ("unknown-scene", "y")),
        ("{say: Go, to: [{when: sent, to: z}]}", ("open-ended-branches", "{when: sent, to: z}")),
        ("{say: Go, to: [{to: z}, {when: sent, to: a}]}", ("branch-after-last", "{when: sent, to: a}")),
        ("{say: Go, to: [{to: z}, {to: a}]}", ("branch-after-last", "{to: a}")),
        ("{say: Go, to: []}", ("open-ended-branches", "[]")),
        ("{say: Go, to: [{when: snet, to: z}, {to: a}]}", ("unknown-variable", "snet")),
        ("{say: Go, to: [{when: sent}, {to: a}]}", ("missing-key", "{when: sent}")),
        ("{say: Go, to: [{when: sent, too: z}, {to: a}]}", ("unknown-key", "too")),
        ("{say: Go}", ("missing-key", "{say: Go}")),
        ("{to: z}", ("missing-key", "{to: z}")),
        ("{say: Go, to: z, id: go_on}", ("bad-id", "go_on")),
        ("{say: Go, to: z, locked: Shut}", ("missing-key", "{say: Go, to: z, locked: Shut}")),
        ("{say: Go, to: z, offered: a}", ("unknown-key", "offered")),
        ("Go", ("wrong-type", "Go")),
    ],
)
def test_a_choice_that_cannot_be_taken_is_reported(choice: str, found: tuple[str, str]) -> None:
    assert [found] == found_in_scene(f"choices: [{choice}]")


def test_everything_wrong_with_one_choice_is_said_at_once() -> None:
    choice = "choices: [{say: '{huors}', to: y, when: snet, do: [hours = 9], echo: '{', once: yes}]"

    assert [
        "unknown-variable",
        "unknown-scene",
        "unknown-variable",
        "outside-domain",
        "stray-brace",
        "not-a-truth",
    ] == [kind for kind, _ in found_in_scene(choice)]


@pytest.mark.parametrize(
    "choices",
    [
        "[{say: Go, to: z}, {say: Go!, to: z}]",
        "[{say: Go, to: z}, {say: Run, to: z, id: go}]",
        "[{say: Go, to: z}, {say: Run, to: z, id: GO}]",
    ],
)
def test_two_choices_of_a_scene_have_two_ids_whatever_their_capitals(choices: str) -> None:
    (finding,) = load(around(f"choices: {choices}")).diagnostics

    assert "repeated-id" == finding.kind.name
    assert "{say: Go, to: z}" == (finding.notes[0].span and finding.notes[0].span.text)


def test_a_scene_offers_itself_where_it_says_with_every_key_of_a_choice_but_its_target() -> None:
    story = sound(
        around("choices: [{say: Go, to: z}, offered]") + "  b:\n    title: B\n    text: B\n"
        "    offered: {at: a, say: Find it, when: sent, do: [sent = false], once: true, locked: No., echo: Yes.}\n"
        "  c: {title: C, text: C, offered: {at: a, say: See it, id: see}}\n"
    )

    go, found, see = story.choices_at(story.scenes["a"])
    assert ["a/go", "a/go-b", "a/see"] == [go.step, found.step, see.step]
    assert ("b", None, True, Read("sent")) == (
        found.targets[0].scene,
        found.targets[0].condition,
        found.once,
        found.when,
    )
    assert OFFERED in story.scenes["a"].choices


@pytest.mark.parametrize(
    ("offer", "found"),
    [
        ("{at: y, say: Go}", ("unknown-scene", "y")),
        ("{say: Go}", ("missing-key", "{say: Go}")),
        ("{at: z}", ("missing-key", "{at: z}")),
        ("{at: a, say: Go, to: z}", ("unknown-key", "to")),
        ("a", ("wrong-type", "a")),
    ],
)
def test_an_offer_that_cannot_stand_is_reported(offer: str, found: tuple[str, str]) -> None:
    assert [found] == found_in_scene(f"offered: {offer}")


def test_the_place_of_the_offered_scenes_is_one() -> None:
    assert [("repeated-key", "offered")] == found_in_scene("choices: [offered, {say: Go, to: z}, offered]")


def test_an_offered_choice_and_an_own_one_have_two_ids() -> None:
    offering = "  b: {title: B, text: B, offered: {at: a, say: Go, id: Go-On}}\n"

    assert [("repeated-id", "b")] == found_in(around("choices: [{say: Go on, to: z}]") + offering)


def test_an_ending_has_no_choices_not_even_offered_ones() -> None:
    offering = "  b: {title: B, text: B, offered: {at: z, say: Go}}\n"

    assert [("ending-with-choices", "a")] == found_in_scene("ending: {title: End}\nchoices: [{say: Go, to: z}]")
    assert [("ending-with-choices", "z")] == found_in(around("title: A") + offering)
    assert Ending("End", "bitter") == scene_of("ending: {title: End, tone: bitter}").ending


def test_an_id_that_a_scene_once_had_belongs_to_it_for_good() -> None:
    assert ("old-a", "older-a") == scene_of("was: [old-a, older-a]").was
    assert [("repeated-id", "a")] == found_in_scene("was: [Z]")
    assert [("repeated-id", "b")] == found_in(around("was: [old]") + "  b: {title: B, text: B, was: [OLD]}\n")


@pytest.mark.parametrize("id_", ["a_b", "-a", "a b", "é", "a/b", "a.b"])
def test_an_id_that_cannot_be_one_is_reported(id_: str) -> None:
    assert [("bad-id", id_)] == found_in(around("title: A") + f"  {id_}: {{title: B, text: B}}\n")


@pytest.mark.parametrize("id_", ["A", "0", "c2-open", "X-9"])
def test_letters_digits_and_hyphens_make_an_id(id_: str) -> None:
    assert (
        id_
        in sound(HEADER.replace("start: a", f"start: {id_}") + f"scenes: {{{id_}: {{title: A, text: A}}}}").scenes
    )


def test_scenes_are_one_kind_across_files_and_capitals() -> None:
    (finding,) = load(around("title: A"), "scenes: {Z: {title: Z, text: Z}}").diagnostics

    assert ("repeated-id", "1.yaml", "Z") == (finding.kind.name, finding.span.file.name, finding.span.text)
    assert "0.yaml" == (finding.notes[0].span and finding.notes[0].span.file.name)


def test_a_label_says_that_a_choice_leads_nowhere() -> None:
    (finding,) = load(around("choices: [{say: Go, to: y}]")).diagnostics

    assert "this choice leads nowhere" == finding.label
