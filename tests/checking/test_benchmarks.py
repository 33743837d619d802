"""The measuring scripts say what is so: run small, without the clock."""

import json

import check
import peers
from branching_story import plot
from sidelight.loading.load import load_files
from sidelight.text.spans import StoryFile


def test_the_check_proves_each_planted_fault_and_random_plays_are_told_as_they_went() -> None:
    planted = peers.with_faults(plot(peers.SEED, peers.TRUTHS, peers.NUMBERS))

    proved, walked = peers.checked(planted), peers.played(planted, 20)

    assert [True] * 4 == [said.startswith("proved") for said in proved[2:]]
    assert ["met in", "plays over", "not taken", "not reached"] == [
        words
        for words, said in zip(("met in", "plays over", "not taken", "not reached"), walked[2:], strict=True)
        if words in said
    ]


def test_a_generated_story_is_sound_and_the_same_for_the_same_seed() -> None:
    text = plot(3, 6, 2, scenes=60).as_yaml()
    loaded = load_files([StoryFile("x.yaml", text)])

    assert loaded.story is not None
    assert (60, ()) == (len(loaded.story.scenes), loaded.diagnostics)
    assert text == plot(3, 6, 2, scenes=60).as_yaml()


def test_what_a_run_measures_can_be_handed_from_process_to_process() -> None:
    measured = check.checked(1, 4, 1)

    assert measured == check.Checked(*json.loads(json.dumps(measured)))
    assert ([], True) == (measured.undecided, measured.covered)
