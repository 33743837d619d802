"""The lines that are recorded of a class."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sidelight.teaching.events import (
    Answered,
    Chose,
    Ended,
    Event,
    NotAnEventError,
    Opened,
    Session,
    Skipped,
    Voted,
    WentBack,
    from_line,
    to_line,
)

count = st.integers(0, 10_000)
text = st.text(max_size=12)
texts = st.lists(text, max_size=3).map(tuple)
events = st.one_of(
    st.builds(Session, text, text, text, text, text, text, text, text),
    st.builds(Chose, text, count, count, texts),
    st.builds(WentBack, count),
    st.builds(Opened, text, text, count),
    st.builds(Answered, text, count, count, texts, st.none() | st.floats(0, 1), count, count, count, texts),
    st.builds(Skipped, text, count),
    st.builds(Voted, st.lists(st.tuples(text, count), max_size=3).map(tuple), text, count),
    st.builds(Ended, text, count, count),
)


@given(events)
def test_an_event_comes_back_from_its_line(event: Event) -> None:
    line = to_line(event)

    assert 1 == line.count("\n")
    assert event == from_line(line)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "not ours",
        "[]",
        "17",
        "[" * 100_000,
        '{"event": "chose"}',
        '{"event": ["chose"]}',
        '{"event": "went-back", "at": -1}',
        '{"event": "went-back", "at": true}',
        '{"event": "went-back", "at": 1, "name": "Mary"}',
        '{"event": "skipped", "exercise": "\\ud800", "rev": 1}',
        '{"event": "voted", "counts": [["a/b"]], "taken": "a/b", "at": 0}',
    ],
)
def test_what_is_not_an_event_is_refused(line: str) -> None:
    with pytest.raises(NotAnEventError):
        from_line(line)


@given(events)
def test_a_line_that_was_cut_short_is_refused(event: Event) -> None:
    line = to_line(event)

    for end in range(len(line) - 1):
        with pytest.raises(NotAnEventError):
            from_line(line[:end])


def test_a_line_is_plain_json() -> None:
    assert {"event": "skipped", "exercise": "x-1", "rev": 2} == json.loads(to_line(Skipped("x-1", 2)))
