"""Everything a reader can do, declared once: keys, footer, help screen and palette are all made from this."""

from collections.abc import Iterator

from textual.binding import Binding

from sidelight.tui.action import Action, Where

_DIGITS = tuple("123456789")
_SHELL = "Step out to the shell; `fg` comes back."
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
        brief="open",
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
    Action(
        "undo",
        ("u",),
        "go back",
        "Take the last choice back.",
        footer=Where.PAGE,
        rank=4,
        brief="back",
        also="undo",
    ),
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
