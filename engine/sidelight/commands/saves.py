"""`sidelight saves`: the saves of a story, listed, taken out as files, brought in, and deleted."""

import sys
from dataclasses import dataclass

from sidelight.commands import terminal
from sidelight.commands.stories import playable
from sidelight.errors import ExitCode, UsageError
from sidelight.presenting.saves import save_line, save_lines
from sidelight.saving import slots
from sidelight.saving.names import slot_name
from sidelight.saving.store import Store


@dataclass(frozen=True, slots=True)
class Request:
    """What the command line asks for: an action, a save's name or a file, and where to put what goes out."""

    action: str = "list"
    story: str | None = None
    what: str = ""
    where: str = ""
    yes: bool = False


def run(request: Request) -> ExitCode:
    """Do one thing with the saves of a story. What was done is said on stderr; stdout is the list, or a path."""
    store = Store.of(playable(request.story))
    match request.action:
        case "export":
            print(slots.export(store, slot_name(request.what), request.where))
        case "import":
            print(slots.bring_in(store, request.what, slot_name(request.where)))
        case "delete":
            _delete(store, slot_name(request.what), sure=request.yes)
        case _:
            _list(store)
    return ExitCode.FINE


def _list(store: Store) -> None:
    lines = save_lines(store)
    for line in lines:
        terminal.write(f"{line.name}: {line.told}\n")
    if not lines:
        print(f"There are no saves of {store.story.title} yet.", file=sys.stderr)


def _delete(store: Store, name: str, *, sure: bool) -> None:
    found = next((found for found in slots.listed(store) if found.name == name), None)
    if found is not None and not sure:
        if not terminal.is_interactive():
            raise UsageError(
                f'nobody is there to be asked whether to delete "{name}"', "if you are sure, add --yes"
            )
        print(f"Delete {name}, for good? It is at {save_line(found).told}. (y or n)", file=sys.stderr)
        if (terminal.read() or "").strip().lower() not in ("y", "yes"):
            print("Nothing was deleted.", file=sys.stderr)
            return
    slots.delete(store, name)
    print(f"{name} is deleted.", file=sys.stderr)
