"""How a reader likes to read: each setting declared once, kept in a small file she can read and change herself.

From the declarations are made the file, the options of the command line, and what a reader shows of them.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeAlias

from sidelight.errors import UsageError
from sidelight.saving.files import DiskFile, RecordFile

SettingValue: TypeAlias = bool | int | str

HEAD = "# How you like to read. A line is a name, an equals sign and a value; # begins a remark.\n"


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: what it is called, what it does, and what it may be, in words."""

    name: str
    help: str
    takes: str
    read: Callable[[str], SettingValue | None]
    """From what was written to a value; None if it cannot be one."""

    @property
    def switch(self) -> bool:
        """Whether it is on or off and nothing else."""
        return self.read is _switch


def _switch(written: str) -> bool | None:
    return {"on": True, "yes": True, "off": False, "no": False}.get(written)


def _number(least: int, most: int, *, off: bool = False) -> Callable[[str], int | None]:
    def read(written: str) -> int | None:
        if off and written in ("off", "0"):
            return 0
        number = int(written) if written.isdecimal() and len(written) < _LONG else -1
        return number if least <= number <= most else None

    return read


def _theme(written: str) -> str | None:
    name = "contrast" if written.replace("-", " ") == "high contrast" else written
    return name if name in THEMES else None


def _either(names: Sequence[str]) -> str:
    return f"{', '.join(names[:-1])} or {names[-1]}"


NARROWEST, WIDEST = 45, 80
"""Cells to a line in the full screen, at least and at most."""

THEMES = ("dark", "paper", "contrast", "terminal")
"""The colours of the full screen; the last are the terminal's own."""

_LONG = 9
"""Digits from which on a number can be none of ours."""

SETTINGS = (
    Setting("plain", "read line by line: for screen readers and pipes", "on or off", _switch),
    Setting(
        "width",
        "in plain mode, how many cells a line has, if not as the terminal",
        "a whole number from 20 to 400, or off",
        _number(20, 400, off=True),
    ),
    Setting("questions", "be asked about the story at the edge of its scenes", "on or off", _switch),
    Setting("mouse", "use the mouse; off leaves it to the terminal", "on or off", _switch),
    Setting(
        "measure",
        "in the full screen, how many cells a line has",
        "a whole number from 45 to 80",
        _number(NARROWEST, WIDEST),
    ),
    Setting("theme", "in the full screen, its colours", _either(THEMES), _theme),
)
_BY_NAME = {setting.name: setting for setting in SETTINGS}


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings as they are now; their defaults are what they are for somebody who sets nothing."""

    plain: bool = False
    width: int = 0
    """Cells to a line in plain mode; 0 is as many as the terminal has, and any number where there is none."""
    questions: bool = True
    mouse: bool = True
    measure: int = 66
    theme: str = THEMES[0]


def written(value: SettingValue) -> str:
    """A value as it stands in the file."""
    if isinstance(value, bool):
        return "on" if value else "off"
    return str(value) if value else "off"


def value_of(settings: Settings, name: str) -> str:
    """A setting as it stands, in words."""
    return written(getattr(settings, name))


def parse(name: str, typed: str, help_: str = "") -> SettingValue:
    """The value of a setting that somebody wrote. `help_` is what is said besides if it cannot be one."""
    setting = _BY_NAME.get(name)
    if setting is None:
        raise UsageError(f'there is no setting called "{name}"', f"the settings are {', '.join(_BY_NAME)}")
    value = setting.read(typed.strip().lower())
    if value is None:
        article = "an" if name[0] in "aeiou" else "a"
        which = f"{article} {name}" if not setting.switch else name
        raise UsageError(f'{which} is {setting.takes}, not "{typed.strip()}"', help_)
    return value


@dataclass(frozen=True, slots=True)
class Read:
    """The settings a file holds, and what in it could not be understood."""

    settings: Settings
    problems: tuple[str, ...] = field(default=())


def read_settings(text: str) -> Read:
    """The settings of a file's text. A line that cannot be understood is said, and does no harm."""
    values: dict[str, SettingValue] = {}
    problems: list[str] = []
    for number, line in enumerate(text.splitlines(), 1):
        line = line.partition("#")[0].strip()  # noqa: PLW2901 - the line without its remark
        name, equals, typed = (part.strip() for part in line.partition("="))
        try:
            if equals:
                values[name] = parse(name, typed)
            elif line:
                problems.append(f'line {number}: "{line}" has no equals sign')
        except UsageError as error:
            problems.append(f"line {number}: {error.message}")
    return Read(replace(Settings(), **values), tuple(problems))  # type: ignore[arg-type]


def with_setting(text: str, name: str, value: SettingValue) -> str:
    """A file's text with one setting changed; its other lines stay as somebody wrote them."""
    lines = (text or HEAD).splitlines()
    found = [place for place, line in enumerate(lines) if line.partition("=")[0].strip() == name]
    new = f"{name} = {written(value)}"
    if found:
        lines[found[-1]] = new
    else:
        lines += [f"# {_BY_NAME[name].help}", new]
    return "\n".join(lines) + "\n"


class Preferences:
    """The settings of one reader: what her file says, and over that what was asked for this once."""

    def __init__(self, file: RecordFile) -> None:
        self._file = file
        found = read_settings(file.read() or "")
        self.now = found.settings
        self.problems = tuple(f"{file.name}, {problem}." for problem in found.problems)
        """What in the file could not be understood."""

    @property
    def kept_in(self) -> str:
        """Where they are kept: the path of a file."""
        return self._file.name

    def only_now(self, name: str, typed: str) -> None:
        """Set something for this once, as the command line does."""
        self.now = replace(self.now, **{name: parse(name, typed, "see: sidelight play --help")})  # type: ignore[arg-type]

    def set(self, name: str, typed: str) -> None:
        """Set something for now and from now on."""
        value = parse(name, typed, "the old one stays")
        self._file.replace(with_setting(self._file.read() or "", name, value))
        self.now = replace(self.now, **{name: value})  # type: ignore[arg-type]


def preferences() -> Preferences:
    """The reader's own, in her configuration folder by the XDG rules."""
    return Preferences(_config_file("settings"))


def keys_file() -> RecordFile:
    """The file in which a reader may say which keys she wants."""
    return _config_file("keys")


def _config_file(name: str) -> RecordFile:
    from platformdirs import user_config_path  # noqa: PLC0415 - 5 ms, and only play needs it

    folder: Path = user_config_path("sidelight", appauthor=False)
    return DiskFile(folder / name, "XDG_CONFIG_HOME")
