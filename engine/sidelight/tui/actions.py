"""Everything a reader can do, declared once: keys, footer, help screen and palette are all made from this."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Flag, auto

from textual.binding import Binding

KEY_NAMES = {
    "space": "Space",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "up": "↑",
    "down": "↓",
    "escape": "Esc",
    "left": "←",
    "right": "→",
    "minus": "-",
    "plus": "+",
    "equals_sign": "=",
    "comma": ",",
}
"""What a reader calls a key, where Textual calls it otherwise."""

_DIGITS = tuple("123456789")
_SHELL = "Step out to the shell; `fg` comes back."
_LAST = 9
_NOT_IN_PALETTE = frozenset({"command_palette", "take", "up", "down", "close"})


class Where(Flag):
    """Where an action can be taken."""

    PAGE = auto()
    SHEET = auto()
    BOOKLET = auto()
    DESK = auto()
    """Where a question is asked."""
    READING = PAGE | SHEET
    """On the page, with a sheet over it or without."""
    TURNED = PAGE | SHEET | BOOKLET
    """Where Space turns the page, and Escape puts away what is open."""
    EVERYWHERE = TURNED | DESK


_NOWHERE = Where(0)


@dataclass(frozen=True, slots=True)
class Action:
    """Something a reader can do. Its id is that of the method that does it, and of its bindings for a keymap."""

    id: str
    keys: tuple[str, ...]
    label: str
    """What the footer and the palette call it."""
    help: str
    """What the help screen says it does."""
    where: Where = Where.PAGE
    footer: Where = _NOWHERE
    """Where the foot names it, when it can be done; at a question that is for the question to say."""
    rank: int = _LAST
    """Which names stay where the foot has not room for all: those of the lowest rank, and then the first."""
    short: str = ""
    """What it is called beside something else, where that can be said in less."""
    also: str = ""
    """Other words somebody may look for it by in the palette."""
    numbered: bool = False
    """Whether the method is told which of the keys was pressed, counted from 1."""
    notes: bool = False
    """Whether there is no use for it on a page without notes."""
    of_app: bool = False
    """Whether the app does it, rather than the screen."""

    @property
    def command(self) -> str:
        """How Textual calls it."""
        return f"{'app' if self.of_app else 'screen'}.{self.id}"

    @property
    def in_palette(self) -> bool:
        """Whether it makes sense to look it up by name rather than to press its key again and again."""
        return not self.numbered and self.id not in _NOT_IN_PALETTE

    @property
    def shown_keys(self) -> str:
        """Its keys as a reader knows them."""
        if self.numbered:
            return f"{self.keys[0]}–{self.keys[-1]}"
        return " ".join(map(_shown, self.keys))

    @property
    def in_short(self) -> str:
        """What it is called where there is little room."""
        return self.short or self.label

    @property
    def shown_key(self) -> str:
        """The first of its keys, where there is little room."""
        return _shown(self.keys[0])

    def bindings(self) -> Iterator[Binding]:
        """What ties its keys to it."""
        if not self.numbered:
            yield Binding(",".join(self.keys), self.command, self.label, show=False, id=self.id)
            return
        for number, key in enumerate(self.keys, 1):
            yield Binding(key, f"{self.command}({number})", self.label, show=False, id=f"{self.id}-{key}")


def _shown(key: str) -> str:
    """A key as a reader knows it."""
    return KEY_NAMES.get(key) or (key if len(key) == 1 else "+".join(map(str.capitalize, key.split("+"))))


_AWAY = Where.PAGE | Where.BOOKLET | Where.DESK
_OVER = Where.SHEET | Where.BOOKLET

ACTIONS = (
    Action("help", ("?", "f1"), "help", "Show the keys.", _AWAY, footer=_AWAY, rank=0, also="shortcuts"),
    Action(
        "pick",
        _DIGITS,
        "choose by number",
        "Take that choice; if it is out of view, show it.",
        Where.EVERYWHERE,
        numbered=True,
    ),
    Action("take", ("enter",), "take", "Take the choice at the ▸, or open the lit note.", Where.EVERYWHERE),
    Action("down", ("down", "j"), "down", "Read on by a line; then the next choice.", Where.EVERYWHERE),
    Action("up", ("up", "k"), "up", "The choice before; then back by a line.", Where.EVERYWHERE),
    Action(
        "page_on",
        ("space", "pagedown"),
        "page on",
        "Read on by a screenful.",
        Where.TURNED,
        footer=Where.PAGE,
        rank=2,
        short="more",
    ),
    Action("page_back", ("b", "pageup"), "page back", "Go back by a screenful.", Where.EVERYWHERE),
    Action("top", ("home",), "to the top", "The top of the page.", Where.EVERYWHERE),
    Action("bottom", ("end",), "to the end", "The end of the page.", Where.EVERYWHERE),
    Action(
        "next_mark",
        ("]",),
        "next note",
        "Light the next note mark, such as [1].",
        Where.READING,
        footer=Where.READING,
        rank=7,
        notes=True,
    ),
    Action("previous_mark", ("[",), "note before", "Light the note mark before.", Where.READING, notes=True),
    Action(
        "open",
        ("o",),
        "open note",
        "Open the lit note; once more to close it.",
        Where.EVERYWHERE,
        footer=Where.PAGE,
        rank=3,
    ),
    Action("notes", ("n",), "notes", "List the notes beside this page.", footer=Where.PAGE, rank=8, notes=True),
    Action("cross", ("tab",), "across", "Over to the notes at the side, and back.", notes=True),
    Action(
        "journal",
        ("t",),
        "journal",
        "Your route, map, casebook, endings, questions.",
        Where.PAGE | Where.BOOKLET,
        footer=Where.PAGE,
        rank=5,
        also="sources endings history ways",
    ),
    Action(
        "next_part",
        ("right", "l"),
        "next part",
        "The next part.",
        Where.BOOKLET,
        footer=Where.BOOKLET,
    ),
    Action("previous_part", ("left", "h"), "part before", "The part before.", Where.BOOKLET),
    Action(
        "search", ("/",), "search", "In the casebook: search as you type.", Where.BOOKLET, footer=Where.BOOKLET
    ),
    Action(
        "next_order",
        ("g",),
        "order",
        "The casebook by chapter, grade, source.",
        Where.BOOKLET,
        footer=Where.BOOKLET,
    ),
    Action(
        "title",
        ("a",),
        "title page",
        "About the story; chapters, other stories.",
        Where.PAGE | Where.BOOKLET,
        also="restart new begin again menu main start over licence author",
    ),
    Action("hint", ("h",), "hint", "The next hint.", Where.DESK),
    Action(
        "pick_line",
        ("space",),
        "mark the line",
        "Mark a line, or no longer.",
        Where.DESK,
    ),
    Action("earlier", ("K",), "move up", "Put the line earlier.", Where.DESK),
    Action("later", ("J",), "move down", "Put the line later.", Where.DESK),
    Action("turn", ("pagedown",), "further on", "Read on by a screenful.", Where.DESK),
    Action("across", ("tab",), "to the choices", "From what you write to the choices.", Where.DESK),
    Action(
        "pass_over", ("escape",), "pass over", "Pass a question over; put away what is open.", Where.DESK, rank=1
    ),
    Action("kept", ("K",), "what you keep", "The texts you keep so far."),
    Action(
        "take_away",
        ("w",),
        "take it with you",
        "Your story and way as a file.",
        Where.PAGE | Where.BOOKLET,
        also="export download keepsake",
    ),
    Action(
        "saves",
        ("s",),
        "saves",
        "Keep this moment, or go on from another.",
        Where.PAGE | Where.BOOKLET,
        also="load import export restore rename delete",
    ),
    Action("skip", ("x",), "skip", "Go on over what you have read, to what is new.", also="fast forward"),
    Action("undo", ("u",), "go back", "Take the last choice back.", footer=Where.PAGE, rank=4, also="undo"),
    Action("narrower", ("-",), "narrower", "Shorter lines.", Where.READING, also="font size width measure text"),
    Action("wider", ("+", "="), "wider", "Longer lines.", Where.READING, also="font size width measure text"),
    Action(
        "next_theme",
        ("T",),
        "colours",
        "Dark, paper, high contrast, the terminal’s own.",
        Where.READING,
        of_app=True,
        also="themes colors mode light settings",
    ),
    Action(
        "command_palette", ("ctrl+p",), "find an action", "Find an action by its name.", Where.READING, of_app=True
    ),
    Action(
        "close",
        ("escape",),
        "close",
        "Close what is open; back to the choices.",
        Where.TURNED,
        footer=_OVER,
        rank=1,
    ),
    Action("suspend_process", ("ctrl+z",), "to the shell", _SHELL, Where.READING, of_app=True),
    Action(
        "leave",
        ("q",),
        "leave",
        "Leave. Every step is saved already.",
        _AWAY,
        also="quit exit close end",
        footer=_AWAY,
        rank=6,
    ),
)


def bindings_in(where: Where) -> Iterator[Binding]:
    """What ties keys to the actions that can be taken somewhere."""
    return (binding for action in ACTIONS if action.where & where for binding in action.bindings())


_BY_ID = {action.id: action for action in ACTIONS}


def find(id_: str) -> Action | None:
    """The action of an id, if it is one of ours."""
    return _BY_ID.get(id_)
