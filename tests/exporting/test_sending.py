"""Statements on their way to a learning record store."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from exporting.store import Batch, store
from sidelight.errors import UsageError
from sidelight.exporting.lrs import Store
from sidelight.exporting.sending import BATCH, WAITS, Note, Reply, Sent, send
from sidelight.exporting.xapi import Statement


def some(count: int) -> list[Statement]:
    return [{"id": f"id-{number}"} for number in range(count)]


def outcome(
    statements: Sequence[Statement], post: Callable[[Sequence[Statement]], Reply], note: Note
) -> tuple[Sent, list[float]]:
    waits: list[float] = []
    found = list(send(statements, post, note, waits.append))
    return found[-1] if found else Sent(), waits


@pytest.fixture
def note(tmp_path: Path) -> Note:
    return Note(tmp_path / "sent" / "note.txt")


def test_statements_go_in_batches_and_all_arrive(note: Note) -> None:
    with store() as there:
        sent, _ = outcome(some(250), Store(there.address).post, note)

    assert 250 == sent.taken == len(there.kept)
    assert -(-250 // BATCH) == len(there.requests)
    assert "/xAPI/statements" == there.requests[0]["path"]
    assert "1.0.3" == there.requests[0]["x-experience-api-version"]


def test_what_was_taken_is_not_sent_again_even_by_another_program(note: Note, tmp_path: Path) -> None:
    with store() as there:
        outcome(some(120), Store(there.address).post, note)
        sent, _ = outcome(some(130), Store(there.address).post, Note(tmp_path / "sent" / "note.txt"))

    assert (10, 120) == (sent.taken, sent.before)
    assert 3 == len(there.requests)


def test_it_goes_on_where_it_was_broken_off(note: Note) -> None:
    replies = iter([Reply(200), *[Reply(0, "no route")] * (len(WAITS) + 1)])

    broken, waits = outcome(some(250), lambda _: next(replies), note)
    with store() as there:
        sent, _ = outcome(some(250), Store(there.address).post, note)

    assert (BATCH, "the store cannot be reached: no route") == (broken.taken, broken.stopped)
    assert list(WAITS) == waits
    assert (250 - BATCH, BATCH) == (sent.taken, sent.before)


def test_a_store_that_is_busy_is_waited_for(note: Note) -> None:
    replies = iter([Reply(503), Reply(429), Reply(200)])

    sent, waits = outcome(some(3), lambda _: next(replies), note)

    assert (3, "") == (sent.taken, sent.stopped)
    assert list(WAITS[:2]) == waits


def test_the_statements_a_store_refuses_are_found_and_the_rest_arrives(note: Note) -> None:
    bad = {"id-3", "id-77"}

    def answers(batch: Batch) -> int | None:
        return 400 if any(each["id"] in bad for each in batch) else None

    with store(answers) as there:
        sent, _ = outcome(some(100), Store(there.address).post, note)

    assert bad == {id_ for id_, _ in sent.refused}
    assert 98 == sent.taken == len(there.kept)
    assert "400: " in sent.refused[0][1]
    assert not bad & note.taken


def test_what_is_there_in_other_words_stays_and_is_counted(note: Note) -> None:
    with store() as there:
        there.kept["id-2"] = {"id": "id-2", "verb": "other"}
        sent, _ = outcome(some(5), Store(there.address).post, note)

    assert (4, 1) == (sent.taken, sent.there)
    assert {"id": "id-2", "verb": "other"} == there.kept["id-2"]


@pytest.mark.parametrize(
    ("status", "why"),
    [
        (401, "the store does not let this name and password in (401)"),
        (403, "the store does not let this name and password in (403)"),
        (404, "there is no learning record store at this address (404)"),
        (301, "there is no learning record store at this address (301)"),
        (307, "there is no learning record store at this address (307)"),
    ],
)
def test_a_store_that_is_none_or_lets_nobody_in_is_asked_once(status: int, why: str, note: Note) -> None:
    with store(lambda _: status) as there:
        sent, _ = outcome(some(250), Store(there.address, "teacher", "secret").post, note)

    assert why == sent.stopped
    assert 1 == len(there.requests)
    assert "teacher:secret" == there.user


def test_a_store_that_is_not_there_says_so(note: Note) -> None:
    with store() as there:
        address = there.address

    sent, _ = outcome(some(1), Store(address).post, note)

    assert sent.stopped.startswith("the store cannot be reached: ")


def test_what_is_for_this_machine_goes_through_no_proxy(note: Note, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    monkeypatch.delenv("no_proxy", raising=False)

    with store() as there:
        sent, _ = outcome(some(1), Store(there.address).post, note)

    assert 1 == sent.taken


@pytest.mark.parametrize(
    ("address", "goes_to"),
    [
        ("https://lrs.example.org/xAPI", "https://lrs.example.org/xAPI/statements"),
        ("https://lrs.example.org/xAPI/", "https://lrs.example.org/xAPI/statements"),
        ("https://lrs.example.org/xAPI/statements", "https://lrs.example.org/xAPI/statements"),
        ("http://127.0.0.1:8100/xAPI", "http://127.0.0.1:8100/xAPI/statements"),
        ("http://[::1]:8100/xAPI", "http://[::1]:8100/xAPI/statements"),
        ("http://localhost/xAPI", "http://localhost/xAPI/statements"),
    ],
)
def test_statements_go_to_their_place_at_an_endpoint(address: str, goes_to: str) -> None:
    assert goes_to == Store(address).address


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("http://lrs.example.org/xAPI", "plain http"),
        ("http://localhost.example.org/xAPI", "plain http"),
        ("http://127.0.0.1.example.org/xAPI", "plain http"),
        ("http://192.168.0.7/xAPI", "plain http"),
        ("http://localhost@lrs.example.org/xAPI", "password"),
        ("https://teacher:secret@lrs.example.org/xAPI", "password"),
        ("lrs.example.org/xAPI", "is not the address"),
        ("ftp://lrs.example.org", "is not the address"),
        ("file:///etc/passwd", "is not the address"),
        ("https://", "is not the address"),
        ("https://lrs.example.org:port/", "is not the address"),
        ("https://[::1/xAPI", "is not the address"),
        ("https://lrs.example.org/x API", "is not the address"),
        ("https://lrs.example.org/\r\nHost: other", "is not the address"),
        ("", "is not the address"),
    ],
)
def test_an_address_where_it_could_be_read_on_the_way_is_refused(address: str, why: str) -> None:
    with pytest.raises(UsageError) as refused:
        Store(address)

    assert why in refused.value.message
    assert "secret" not in refused.value.message
