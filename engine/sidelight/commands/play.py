"""`sidelight play`: a story, a place to begin, a save to keep, and one of the two readers."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from sidelight.commands import terminal
from sidelight.commands.chapters import chapter_called
from sidelight.commands.routes import follow
from sidelight.commands.stories import other_stories, playable
from sidelight.diagnostics.nearest import did_you_mean
from sidelight.errors import ExitCode, UsageError
from sidelight.model.story import Story
from sidelight.model.values import Value, describe, parse_value
from sidelight.play.replay import earlier_ids
from sidelight.play.rules import Beginning, Rules
from sidelight.presenting.opening import Opened, Opening
from sidelight.presenting.watching import UNWATCHED
from sidelight.saving.names import slot_name, why_other
from sidelight.saving.settings import Preferences, preferences
from sidelight.saving.store import Store

if TYPE_CHECKING:
    from sidelight.teaching.classroom import Classroom

_TRIAL = "trial"
"""The slot of plays begun with --at, --set or --route: for trying, not for keeping."""


@dataclass(frozen=True, slots=True)
class ClassRequest:
    """What it asks for in class: a code name, a folder for the results, and whether the class votes."""

    code: str | None = None
    results: str | None = None
    votes: bool = False

    @property
    def asks(self) -> bool:
        """Whether it asks for anything."""
        return self.code is not None or self.votes


@dataclass(frozen=True)
class Request:
    """What the command line asks for."""

    story: str | None = None
    chapter: str | None = None
    at: str | None = None
    settings: tuple[str, ...] = ()
    route: str | None = None
    slot: str | None = None
    preferences: tuple[tuple[str, str], ...] = ()
    """Settings for this once, by name, as they were typed."""
    in_class: ClassRequest = field(default_factory=ClassRequest)


def run(request: Request) -> ExitCode:
    """Play a story until the reader leaves it; then the one she goes over to, if she does."""
    while not isinstance(outcome := _play(request), ExitCode):
        request = Request(story=str(outcome), preferences=request.preferences, in_class=request.in_class)
    return outcome


def _play(request: Request) -> ExitCode | Path:
    story = playable(request.story)
    beginning = _beginning(request, story)
    liked = preferences()
    for setting, typed in request.preferences:
        liked.only_now(setting, typed)
    if not request.in_class.asks:
        return _play_in(Store.of(story), request, beginning, liked)
    from sidelight.commands.in_class import in_class, say_afterwards  # noqa: PLC0415 - 20 ms that few need

    with in_class(request.in_class, story) as (store, classroom):
        outcome = _play_in(store, request, beginning, liked, classroom)
    if outcome is ExitCode.FINE or isinstance(outcome, Path):
        say_afterwards(classroom)
    return outcome


def _play_in(
    store: Store, request: Request, beginning: Beginning, liked: Preferences, classroom: "Classroom | None" = None
) -> ExitCode | Path:
    """Play in a store; what is chosen at the end, if it is another story to go over to, else how it ended."""
    opening = Opening(
        Rules(store.story),
        store,
        clock=_time_now,
        others=partial(other_stories, store.story.id),
        watcher=UNWATCHED if classroom is None else classroom.recorder,
    )
    try:
        opened = _named(_past_title(request, opening, beginning), request.slot)
        code = _read(opening, opened, liked, classroom)
    finally:
        opening.leave()
    return code if opening.elsewhere is None else opening.elsewhere


def _time_now() -> str:
    """The reader's own time, to the second."""
    return datetime.now().isoformat(timespec="seconds")  # noqa: DTZ005 - what the clock on her wall says


def _read(opening: Opening, opened: Opened | None, liked: Preferences, classroom: "Classroom | None") -> ExitCode:
    if not liked.now.plain and terminal.can_fill_the_screen():
        from sidelight.tui.app import run as run_full_screen  # noqa: PLC0415 - Textual takes 150 ms to import

        return ExitCode(
            run_full_screen(opening, opened, liked, message="\n".join(liked.problems), classroom=classroom)
        )
    from sidelight.plain.lines import Lines  # noqa: PLC0415 - likewise
    from sidelight.plain.reading import read_story  # noqa: PLC0415 - the other reader does without

    try:
        with terminal.leaving_on_signals():
            asks = terminal.is_interactive()
            lines = Lines(terminal.read, terminal.write, liked, asks=asks, columns=terminal.columns)
            why = "" if liked.now.plain else terminal.why_by_lines()
            lines.say(filter(None, [why, "\n".join(liked.problems)]))
            read_story(opening, opened, lines, classroom)
    except terminal.Leave as leave:
        return leave.code
    except KeyboardInterrupt:
        return ExitCode.INTERRUPTED
    return ExitCode.FINE


def _past_title(request: Request, opening: Opening, beginning: Beginning) -> Opened | None:
    """The sitting the command line asks for; none if it asks for no more than the story."""
    slot = slot_name(request.slot or "")
    if request.at or request.settings or request.route:
        return opening.try_out(slot or _TRIAL, follow(request.route or "", opening.rules, beginning))
    if beginning.chapter is not None:
        return opening.go_on(slot or opening.chapter_slot(beginning.chapter), beginning)
    if request.slot is not None:
        return opening.go_on(slot, beginning)
    opening.prepare()
    return None


def _named(opened: Opened | None, slot: str | None) -> Opened | None:
    """The same, telling where it is kept if that is not called as the slot was typed."""
    if opened is None or slot is None or not (why := why_other(slot)):
        return opened
    return replace(opened, message=f"{opened.message} This play is kept as {opened.sitting.name}. {why}".strip())


def _beginning(request: Request, story: Story) -> Beginning:
    """Where the command line asks to begin."""
    if request.in_class.results is not None and not request.in_class.asks:
        raise UsageError("--results says where a record goes, but none is asked for", "add --class CODE or --vote")
    if request.in_class.asks and (request.at or request.settings or request.route or request.slot):
        raise UsageError(
            "a play in class begins where the story or a chapter begins, and has a place of its own",
            "with --class or --vote leave out --at, --set, --route and --slot",
        )
    if request.chapter is not None and request.at is not None:
        raise UsageError("--chapter and --at both say where to begin", "give one of them")
    at = request.at if request.at is None else earlier_ids(story).get(request.at, request.at)
    if at is not None and at not in story.scenes:
        raise UsageError(f'there is no scene called "{at}"', did_you_mean(at, story.scenes))
    chapter = None if request.chapter is None else chapter_called(story, request.chapter)
    return Beginning(at, chapter, tuple(_setting(each, story) for each in request.settings))


def _setting(written: str, story: Story) -> tuple[str, Value]:
    name, equals, value = (part.strip() for part in written.partition("="))
    variable = story.variables.get(name)
    if not equals or variable is None:
        help_ = did_you_mean(name, story.variables) or "for example --set hours=1"
        raise UsageError(f'--set cannot read "{written}": it takes the name of a variable, `=` and a value', help_)
    parsed = parse_value(value, variable.domain)
    if parsed is None:
        raise UsageError(f'`{name}` cannot be "{value}"', f"it is {describe(variable.domain)}")
    return name, parsed
