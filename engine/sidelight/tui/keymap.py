"""The keys a reader has chosen herself: a small file of lines such as `go back = z backspace`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from sidelight.diagnostics.nearest import did_you_mean
from sidelight.tui.action import Action
from sidelight.tui.actions import ACTIONS
from sidelight.tui.key_names import KEY_NAMES

BETWEEN = " · "
"""What stands between actions that are named in a line."""
_BY_SHOWN_NAME = {shown.lower(): key for key, shown in KEY_NAMES.items()}
_OTHERS = (
    "enter",
    "tab",
    "home",
    "end",
    "backspace",
    "delete",
    "insert",
    *(f"f{number}" for number in range(1, 13)),
)
_WITH = ("ctrl+", "alt+", "shift+")


class _Wrong(Exception):  # noqa: N818 - it never leaves this module
    """A line that cannot be used, and why."""


@dataclass(frozen=True, slots=True)
class Keys:
    """Every action with the keys it has for this reader, and what of her file could not be used."""

    actions: tuple[Action, ...] = ACTIONS
    problems: tuple[str, ...] = field(default=())

    @property
    def keymap(self) -> Mapping[str, str]:
        """What is to be told Textual: the keys that are not those an action is declared with."""
        declared = {action.id: action.keys for action in ACTIONS}
        return {each.id: ",".join(each.keys) for each in self.actions if each.keys != declared[each.id]}

    def hint(self, *ids: str) -> str:
        """A line that names some actions with their keys, such as "u go back · q leave"."""
        by_id = {action.id: action for action in self.actions}
        return BETWEEN.join(f"{by_id[id_].shown_key} {by_id[id_].in_short}" for id_ in ids)


def read_keys(text: str, name: str) -> Keys:
    """The keys that a file's text asks for. A line that cannot be used is said, and its action keeps its keys.

    What is said is in the order of the file.
    """
    wanted: dict[str, tuple[int, Action]] = {}
    problems: list[tuple[int, str]] = []
    for number, line in enumerate(text.splitlines(), 1):
        try:
            for action in _changed(line):
                wanted[action.id] = number, action
        except _Wrong as wrong:
            problems.append((number, str(wrong)))
    actions, clashes = _without_clashes(wanted)
    said = (f"{name}, line {number}: {problem}" for number, problem in sorted((*problems, *clashes)))
    return Keys(actions, tuple(each if each.endswith("?") else f"{each}." for each in said))


def _changed(line: str) -> Iterator[Action]:
    """The action of a line with its new keys; none, if the line is empty or a remark."""
    if not line.strip() or line.lstrip().startswith("#"):
        return
    called, equals, keys = (part.strip() for part in line.partition("="))
    if not equals or not keys:
        raise _Wrong(f'"{line.strip()}" is not an action, an equals sign and its keys')
    by_name = {name: action for action in ACTIONS for name in (action.label, action.id)}
    action = by_name.get(called.lower())
    if action is None:
        guess = did_you_mean(called.lower(), [each.label for each in ACTIONS])
        raise _Wrong(f'there is no action called "{called}"' + (f"; {guess}" if guess else ""))
    if action.numbered:
        raise _Wrong(f"“{action.label}” keeps its keys: they are the numbers of the choices")
    yield replace(action, keys=tuple(_key(each) for each in keys.split()))


def _key(written: str) -> str:
    """Textual's name of a key, from how somebody wrote it."""
    folded = written.lower()
    if folded in _BY_SHOWN_NAME:
        return _BY_SHOWN_NAME[folded]
    if len(written) == 1 and not written.isdigit():
        return "comma" if written == "," else written
    bare = folded
    for prefix in _WITH:
        bare = bare.removeprefix(prefix)
    if folded in KEY_NAMES or bare in _OTHERS or (bare != folded and (len(bare) == 1 or bare in KEY_NAMES)):
        return folded
    raise _Wrong(f'"{written}" is not a key that can be given')


def _without_clashes(
    wanted: Mapping[str, tuple[int, Action]],
) -> tuple[tuple[Action, ...], list[tuple[int, str]]]:
    """The actions with the keys wanted, but for those that another action in the same place has."""
    actions = {action.id: wanted.get(action.id, (0, action))[1] for action in ACTIONS}
    declared = {action.id: action for action in ACTIONS}
    clashes: list[tuple[int, str]] = []
    for id_, (number, action) in wanted.items():
        others = [each for each in actions.values() if each.id != id_ and each.where & action.where]
        taken = next((each for each in others if set(each.keys) & set(actions[id_].keys)), None)
        if taken is not None:
            actions[id_] = declared[id_]
            key = replace(action, keys=tuple(set(taken.keys) & set(action.keys))).shown_key
            clashes.append((number, f"{key} is the key of “{taken.label}”, so “{action.label}” keeps its own"))
    return tuple(actions.values()), clashes
