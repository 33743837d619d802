"""Collecting findings while reading goes on."""

from collections.abc import Iterable, Iterator

from sidelight.diagnostics.diagnostic import Diagnostic, Severity


class Findings:
    """What has been found so far. Reading never stops at a mistake; it adds it here."""

    def __init__(self, found: Iterable[Diagnostic] = ()) -> None:
        self._found = list(found)

    def add(self, diagnostic: Diagnostic) -> None:
        """Note a finding."""
        self._found.append(diagnostic)

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(self._found)

    @property
    def has_errors(self) -> bool:
        """Whether the story cannot be played."""
        return has_errors(self._found)

    def sorted(self) -> tuple[Diagnostic, ...]:
        """By file, place and code, each thing said once."""
        unique = {
            (each.kind.code, each.span.file.name, each.span.begin, each.message): each for each in self._found
        }
        return tuple(
            sorted(unique.values(), key=lambda each: (each.span.file.name, each.span.begin, each.kind.code))
        )


def has_errors(found: Iterable[Diagnostic]) -> bool:
    """Whether any finding is an error."""
    return any(each.severity is Severity.ERROR for each in found)


def count(found: Iterable[Diagnostic]) -> str:
    """How many of each severity, in words: "2 errors and 1 warning"."""
    severities = [each.severity for each in found]
    counts = [(severities.count(each), each.word) for each in sorted(Severity, reverse=True)]
    words = [
        f"{number} {word if number == 1 or word == 'advice' else word + 's'}" for number, word in counts if number
    ]
    if not words:
        return "nothing to mend"
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
