"""The program in a real terminal: started, played, left, killed."""

import os
import pty
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

STORY = """
story: {format: 1, id: pty, title: Pty, start: a}
scenes:
  a:
    title: The harbour
    text: "Water.\\nMore water."
    choices: [{say: Wade in, id: on, to: b}, {say: Stay, id: stay, to: a}]
  b: {title: The deep, text: Colder., choices: [{say: Back, id: back, to: a}]}
"""
WRITING = """
story: {format: 1, id: pty, title: Pty, start: a}
scenes:
  a: {title: The harbour, text: Water., choices: [{say: Wade in, id: on, to: b}, {say: Stay, id: stay, to: a}]}
  b: {title: The deep, text: Colder., choices: [{say: Back, id: back, to: a}]}
exercises:
  say: {kind: write, phase: reflect, after: a, prompt: What was it like?, model: Wet.}
"""
LEAVES_ALTERNATE_SCREEN = b"\x1b[?1049l"


class Terminal:
    """A program in a terminal of its own."""

    def __init__(self, *arguments: str, environment: dict[str, str] | None = None, columns: int = 80) -> None:
        main, self._side = pty.openpty()
        self.main = main
        import fcntl  # noqa: PLC0415
        import struct  # noqa: PLC0415
        import termios  # noqa: PLC0415

        fcntl.ioctl(self._side, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
        self.seen = b""
        self.process = subprocess.Popen(
            [sys.executable, "-m", "sidelight", *arguments],
            stdin=self._side,
            stdout=self._side,
            stderr=self._side,
            env={**os.environ, "LANG": "C.UTF-8", "PYTHONUTF8": "1", **(environment or {})},
            start_new_session=True,
        )
        os.close(self._side)

    def wait_for(self, text: str, seconds: float = 15) -> None:
        until = time.monotonic() + seconds
        while text.encode() not in self.seen:
            assert time.monotonic() < until, f"{text!r} never came; the last was {self.seen[-400:]!r}"
            self._read(0.2)

    def _read(self, seconds: float) -> bool:
        ready, _, _ = select.select([self.main], [], [], seconds)
        if not ready:
            return False
        try:
            found = os.read(self.main, 65536)
        except OSError:  # the program has gone, and its terminal with it
            return False
        self.seen += found
        return bool(found)

    def type(self, text: str) -> None:
        os.write(self.main, text.encode())

    def end(self, seconds: float = 15) -> int:
        until = time.monotonic() + seconds
        while self.process.poll() is None:
            assert time.monotonic() < until, "the program does not end"
            self._read(0.1)
        while self._read(0.1):
            pass
        return self.process.returncode

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        os.close(self.main)


@pytest.fixture
def story(tmp_path: Path) -> str:
    path = tmp_path / "pty.yaml"
    path.write_text(STORY, "utf-8")
    return str(path)


@pytest.fixture
def opened() -> Iterator[list[Terminal]]:
    terminals: list[Terminal] = []
    yield terminals
    for terminal in terminals:
        terminal.close()


def save_of(home: Path) -> str:
    return (home / "state" / "sidelight" / "pty" / "autosave.save").read_text()


def test_a_story_is_started_played_and_left(story: str, opened: list[Terminal], private_home: Path) -> None:
    terminal = Terminal(story)
    opened.append(terminal)
    terminal.wait_for("Begin")
    terminal.type("1")
    terminal.wait_for("More water.")
    terminal.type("1")
    terminal.wait_for("Colder.")
    terminal.type("q")

    assert terminal.end() == 0
    assert LEAVES_ALTERNATE_SCREEN in terminal.seen
    assert '"step":"a/on"' in save_of(private_home)


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)], ids=["terminated", "hung up"]
)
def test_a_full_screen_that_is_ended_saves_and_gives_the_terminal_back(
    story: str, opened: list[Terminal], private_home: Path, number: signal.Signals, code: int
) -> None:
    terminal = Terminal(story)
    opened.append(terminal)
    terminal.wait_for("Begin")
    terminal.type("1")
    terminal.wait_for("More water.")
    terminal.type("1")
    terminal.wait_for("Colder.")
    terminal.process.send_signal(number)

    assert code == terminal.end()
    assert LEAVES_ALTERNATE_SCREEN in terminal.seen
    assert '"step":"a/on"' in save_of(private_home)


@pytest.mark.parametrize(
    ("number", "code"),
    [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130)],
    ids=["terminated", "hung up", "interrupted"],
)
def test_a_line_reader_that_is_ended_saves(
    story: str, opened: list[Terminal], private_home: Path, number: signal.Signals, code: int
) -> None:
    terminal = Terminal(story, "--plain")
    opened.append(terminal)
    terminal.wait_for("Enter for 1")
    terminal.type("\n")
    terminal.wait_for("Choose 1 to 2")
    terminal.type("1\n")
    terminal.wait_for("Colder.")
    terminal.process.send_signal(number)

    assert code == terminal.end()
    assert '"step":"a/on"' in save_of(private_home)


@pytest.mark.parametrize("how", [["--plain"], []], ids=["by lines", "at the screen"])
def test_what_is_being_written_is_kept_when_the_terminal_hangs_up(
    story: str, opened: list[Terminal], private_home: Path, how: list[str]
) -> None:
    Path(story).write_text(WRITING, "utf-8")
    enter = "\n" if how else ""
    terminal = Terminal(story, *how)
    opened.append(terminal)
    terminal.wait_for("Begin")
    terminal.type(f"1{enter}")
    terminal.wait_for("Wade in")
    terminal.type(f"1{enter}")
    terminal.wait_for("What was it like?")
    terminal.type(f"It was wet.{enter}")
    terminal.wait_for("Write on" if how else "wet.")
    terminal.process.send_signal(signal.SIGHUP)

    assert 129 == terminal.end()
    assert "It was wet." in save_of(private_home)


def test_a_step_survives_a_kill(story: str, opened: list[Terminal], private_home: Path) -> None:
    terminal = Terminal(story)
    opened.append(terminal)
    terminal.wait_for("Begin")
    terminal.type("1")
    terminal.wait_for("More water.")
    terminal.type("1")
    terminal.wait_for("Colder.")
    terminal.process.kill()
    terminal.end()

    assert '"step":"a/on"' in save_of(private_home)


def test_a_play_that_was_left_is_offered_again_and_can_be_begun_anew(
    story: str, opened: list[Terminal], private_home: Path
) -> None:
    subprocess.run(
        [sys.executable, "-m", "sidelight", story], input="1\n", text=True, capture_output=True, check=True
    )

    going_on = Terminal(story)
    opened.append(going_on)
    going_on.wait_for("“The deep”, 1 step")
    going_on.type("\r")
    going_on.wait_for("Colder.")
    going_on.type("q")
    assert going_on.end() == 0

    anew = Terminal(story)
    opened.append(anew)
    anew.wait_for("Begin again")
    anew.type("2")
    anew.wait_for("More water.")
    anew.type("q")
    assert anew.end() == 0
    assert (private_home / "state" / "sidelight" / "pty" / "autosave-earlier.save").exists()


@pytest.mark.parametrize(
    ("variable", "why"),
    [
        ({"TERM": "dumb"}, "because this terminal draws no full screen: TERM is dumb."),
        ({"TERM": ""}, "because this terminal draws no full screen: TERM is not set."),
        ({"PYTHONUTF8": "0", "PYTHONIOENCODING": "latin-1"}, "because this terminal is not set to UTF-8."),
    ],
)
def test_a_terminal_that_cannot_show_a_screen_gets_lines_and_is_told_why(
    story: str, opened: list[Terminal], variable: dict[str, str], why: str
) -> None:
    terminal = Terminal(story, environment=variable, columns=200)
    opened.append(terminal)
    terminal.wait_for("Plain mode.")
    terminal.type("q\n")

    assert terminal.end() == 0
    assert terminal.seen.decode("latin-1").startswith(f"The story is read by lines {why}\r\n\r\nPlain mode.")
    assert b"\x1b" not in terminal.seen


def test_who_asks_for_lines_is_not_told_why_and_none_reaches_the_edge(story: str, opened: list[Terminal]) -> None:
    terminal = Terminal(story, "--plain", environment={"TERM": "dumb"}, columns=24)
    opened.append(terminal)
    terminal.wait_for("quit:")
    terminal.type("q\n")

    assert terminal.end() == 0
    assert terminal.seen.startswith(b"Plain mode.")
    assert max(map(len, terminal.seen.decode().split("\r\n"))) < 24


@pytest.mark.parametrize("arguments", [[], ["--plain"]], ids=["full screen", "plain"])
def test_nothing_a_story_says_can_steer_the_terminal(
    tmp_path: Path, opened: list[Terminal], arguments: list[str]
) -> None:
    path = tmp_path / "hostile.yaml"
    path.write_text(
        "story: {format: 1, id: hostile, title: '[b]H[/b]', start: a}\n"
        "scenes:\n  a:\n    title: '[@click=app.quit]T[/]'\n"
        "    text: |\n      The end of [red]it.\n"
        "    choices: [{say: '[reverse]go[/]', id: go, to: a}]\n",
        "utf-8",
    )
    terminal = Terminal(str(path), *arguments)
    opened.append(terminal)
    terminal.wait_for("egin")
    terminal.type("1\n" if arguments else "1")
    terminal.wait_for("[red]it.")
    terminal.type("q\n")

    assert terminal.end() == 0
    assert b"[@click=app.quit]T[/]" in terminal.seen


def test_where_nothing_can_be_kept_is_said_before_the_screen_is_filled(
    story: str, opened: list[Terminal], tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    terminal = Terminal(story, environment={"XDG_STATE_HOME": str(tmp_path / "file")})
    opened.append(terminal)

    assert terminal.end() == 5
    assert b"cannot write in" in terminal.seen
    assert b"Traceback" not in terminal.seen
    assert b"\x1b[?1049h" not in terminal.seen


def test_a_story_with_control_characters_is_refused(tmp_path: Path, opened: list[Terminal]) -> None:
    path = tmp_path / "hostile.yaml"
    path.write_bytes(
        b"story: {format: 1, id: hostile, title: H, start: a}\nscenes:\n  a:\n    title: A\n    text: |\n      "
        b"\x1b]0;stolen\x07\x1b]52;c;c3RvbGVu\x07\xc2\x9b2J\n    ending: {title: End}\n"
    )
    terminal = Terminal(str(path))
    opened.append(terminal)

    assert terminal.end() == 1
    for stolen in (b"\x1b]0;", b"\x1b]52;", b"\xc2\x9b"):
        assert stolen not in terminal.seen
    assert b"SL008" in terminal.seen
