"""Transcripts: plays of a story that a teacher could read, and that must come out as they are written.

# What this shows
from: SCENE name=value         where it begins, if not at the start
chapter: C name=value          ... or the chapter that is played alone
@ scene                        the reader is here
> choice                       she takes this
  a line                       the page has this, in this order
= all                          the lines that follow are the whole page
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from sidelight.model.story import Story
from sidelight.model.values import Value, parse_value
from sidelight.plain.page import page_lines
from sidelight.play.playthrough import Playthrough
from sidelight.play.replay import earlier_ids
from sidelight.play.rules import Beginning, Rules
from sidelight.presenting.present import present


@dataclass
class Moment:
    """A page as the transcript has it, and the choice taken there."""

    scene: str | None = None
    lines: list[str] = field(default_factory=list)
    whole: bool = False
    choice: str | None = None


@dataclass
class Transcript:
    """A play as written."""

    path: Path
    title: str = ""
    beginning: tuple[str, str] = ("", "")
    moments: list[Moment] = field(default_factory=list)


def read_transcript(path: Path) -> Transcript:
    transcript = Transcript(path, moments=[Moment()])
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        moment = transcript.moments[-1]
        match line[:1], line[1:].strip():
            case "", _:
                continue
            case "#", title:
                transcript.title = transcript.title or title
            case "@", scene:
                moment.scene = scene
            case "=", "all":
                moment.whole = True
            case " ", text:
                moment.lines.append(text)
            case ">", choice:
                moment.choice = choice
                transcript.moments.append(Moment())
            case _ if line.startswith(("from:", "chapter:")):
                key, _, rest = line.partition(":")
                transcript.beginning = (key, rest.strip())
            case _:
                raise AssertionError(f"{path}:{number}: a transcript has no such line: {line}")
    return transcript


def beginning_of(transcript: Transcript, story: Story) -> Beginning:
    key, rest = transcript.beginning
    if not key:
        return Beginning()
    place, *pairs = rest.split()
    settings = tuple(_setting(pair, story) for pair in pairs)
    return Beginning(chapter=place, settings=settings) if key == "chapter" else Beginning(place, settings=settings)


def _setting(pair: str, story: Story) -> tuple[str, Value]:
    name, _, written = pair.partition("=")
    value = parse_value(written, story.variables[name].domain)
    assert value is not None, pair
    return name, value


def play(transcript: Transcript, story: Story) -> Iterator[tuple[Moment, Playthrough]]:
    """Each moment of a transcript with the playthrough that stands there."""
    playthrough = Playthrough.begin(Rules(story), beginning_of(transcript, story))
    for moment in transcript.moments:
        yield moment, playthrough
        if moment.choice is None:
            return
        by_id = {choice.id: choice for choice in playthrough.rules.open_choices(playthrough.state)}
        assert moment.choice in by_id, (
            f"{transcript.path.name}: {moment.choice} is not open; these are: {list(by_id)}"
        )
        playthrough = playthrough.choose(by_id[moment.choice])


def check(transcript: Transcript, story: Story) -> None:
    """Play a transcript, and hold every page to it."""
    now = earlier_ids(story)
    for moment, playthrough in play(transcript, story):
        page = present(playthrough)
        if moment.scene is not None:
            assert now.get(moment.scene, moment.scene) == (page.scene or "(outside)"), transcript.path.name
        shown = [line for paragraph in page_lines(page) for line in paragraph.split("\n")]
        if moment.whole:
            assert moment.lines == shown, f"{transcript.path.name} at {page.scene}"
        else:
            check_order(moment.lines, shown, f"{transcript.path.name} at {page.scene}")


def check_order(lines: list[str], shown: list[str], where: str) -> None:
    """Each line must be on the page, or in one of its lines, after the one before it."""
    rest = iter(shown)
    for line in lines:
        assert any(line in each for each in rest), f"{where}: “{line}” is not there, or not in this order"
