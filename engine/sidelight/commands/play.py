"""`sidelight play`: a story, a place to begin, a save to keep, and one of the two readers."""

from dataclasses import dataclass, replace
from datetime import datetime

from sidelight.commands import terminal
from sidelight.commands.stories import playable
from sidelight.diagnostics.nearest import did_you_mean
from sidelight.errors import ExitCode, UsageError
from sidelight.model.story import Story
from sidelight.model.values import Value, describe, parse_value
from sidelight.play.notebook import Notebook
from sidelight.play.playthrough import Playthrough
from sidelight.play.replay import earlier_ids, replay
from sidelight.play.rules import Beginning, Rules
from sidelight.presenting.present import present
from sidelight.presenting.resume import Resumed, resume
from sidelight.presenting.sitting import Sitting
from sidelight.presenting.words import number_of
from sidelight.saving.settings import Preferences, preferences
from sidelight.saving.slot import read_slot
from sidelight.saving.slots import set_by
from sidelight.saving.store import AUTOSAVE, Lock, Store
from sidelight.text.prose import plain_words

_TRIAL = "trial"
"""The slot of plays begun with --at, --set or --route: for trying, not for keeping."""


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


def run(request: Request) -> ExitCode:
    """Play a story until the reader leaves it."""
    story = playable(request.story)
    rules = Rules(story)
    beginning = _beginning(request, story)
    liked = preferences()
    for setting, typed in request.preferences:
        liked.only_now(setting, typed)
    store = Store.of(story)
    wanted = request.slot or _default_slot(request)
    name, lock = _claim(store, wanted)
    try:
        opened = _open(request, rules, beginning, store, name)
        message = opened.message
        if name != wanted:
            message = f"{message} Another window is reading this story, so this play is kept as {name}.".strip()
        sitting = Sitting(
            opened.playthrough, opened.notebook, store, name, words=opened.words, play=opened.play, clock=_time_now
        )
        return _read(sitting, liked, " ".join([message, *liked.problems]).strip())
    finally:
        lock.release()


def _time_now() -> str:
    """The reader's own time, to the second."""
    return datetime.now().isoformat(timespec="seconds")  # noqa: DTZ005 - what the clock on her wall says


def _read(sitting: Sitting, liked: Preferences, message: str) -> ExitCode:
    if not liked.now.plain and terminal.can_fill_the_screen():
        from sidelight.tui.app import run as run_full_screen  # noqa: PLC0415 - Textual takes 150 ms to import

        return ExitCode(run_full_screen(sitting, liked, message=message))
    from sidelight.plain.reader import read_story  # noqa: PLC0415 - the other reader does without

    try:
        with terminal.leaving_on_signals():
            if message:
                terminal.write(f"{message}\n\n")
            read_story(sitting, terminal.read, terminal.write, liked)
    except terminal.Leave as leave:
        return leave.code
    except KeyboardInterrupt:
        return ExitCode.INTERRUPTED
    finally:
        sitting.leave()
    return ExitCode.FINE


def _default_slot(request: Request) -> str:
    if request.at or request.settings or request.route:
        return _TRIAL
    return f"chapter-{request.chapter}" if request.chapter else AUTOSAVE


def _claim(store: Store, wanted: str) -> tuple[str, Lock]:
    """A slot no other window holds: the one wanted, or the next of its name."""
    store.file(wanted)  # refuses a name that cannot be one
    name, number = wanted, 1
    while not (lock := store.lock(name)).held:
        number += 1
        name = f"{wanted}-{number}"
    return name, lock


def _open(request: Request, rules: Rules, beginning: Beginning, store: Store, name: str) -> Resumed:
    """Where to begin: at the save, if there is one that fits and is wanted; else anew."""
    anew = Resumed(_begin(request, rules, beginning), Notebook())
    if request.at or request.settings or request.route:
        return anew
    file = store.file(name)
    found = read_slot(file)
    if found.save is None:
        return replace(anew, message=_put_aside(found.set_aside, "nothing of it could be read"))
    resumed = resume(rules, found.save)
    if resumed is None or request.chapter not in (None, found.save.beginning.chapter):
        aside = found.set_aside or file.set_aside("earlier")
        return replace(anew, message=_put_aside(aside, "it began where this play does not"))
    if resumed.playthrough.length and not _wants_to_go_on(resumed.playthrough):
        set_by(store, name)
        return anew
    if found.set_aside:
        return replace(resumed, message=_put_aside(found.set_aside, "what could be read of it is used"))
    return resumed


def _put_aside(where: str | None, why: str) -> str:
    return f"Your save did not fit: {why}. It has been put aside as {where}." if where else ""


def _wants_to_go_on(playthrough: Playthrough) -> bool:
    """Offer to resume. Where nobody is there to answer, the play goes on."""
    title = plain_words(present(playthrough).title)
    steps = number_of(playthrough.length, "step")
    if not terminal.is_interactive():
        terminal.write(f"Going on at “{title}”, after {steps}.\n\n")
        return True
    terminal.write(f"You were at “{title}”, after {steps}.\nPress Enter to go on, or type b to begin again: ")
    answer = terminal.read()
    return answer is None or answer.strip().lower() not in ("b", "begin", "begin again")


def _beginning(request: Request, story: Story) -> Beginning:
    """Where the command line asks to begin."""
    if request.chapter is not None and request.chapter not in story.chapters:
        help_ = did_you_mean(request.chapter, story.chapters) or f"the chapters are {', '.join(story.chapters)}"
        raise UsageError(f'there is no chapter called "{request.chapter}"', help_)
    if request.chapter is not None and request.at is not None:
        raise UsageError("--chapter and --at both say where to begin", "give one of them")
    at = request.at if request.at is None else earlier_ids(story).get(request.at, request.at)
    if at is not None and at not in story.scenes:
        raise UsageError(f'there is no scene called "{at}"', did_you_mean(at, story.scenes))
    return Beginning(at, request.chapter, tuple(_setting(each, story) for each in request.settings))


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


def _begin(request: Request, rules: Rules, beginning: Beginning) -> Playthrough:
    """The beginning, and the route from there if one is given."""
    steps = [step.strip() for step in (request.route or "").split(",") if step.strip()]
    replayed = replay(rules, beginning, steps)
    if replayed.why is not None:
        scene = replayed.playthrough.scene
        here = ", ".join(each.id for each in rules.open_choices(replayed.playthrough.state)) or "none"
        raise UsageError(
            f'--route stops at "{replayed.stopped_at}", in scene "{scene.id if scene else ""}": {replayed.why}',
            f"the open choices there are {here}",
        )
    return replayed.playthrough
