"""How long things take, by a clock that runs on in seconds."""

from collections.abc import Callable

LONGEST_PAUSE = 600
"""Seconds. A longer time in which nothing is done counts as so much: she was away."""


class Pace:
    """Tells the time between one thing that is done and the next."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._last = 0.0
        self.in_all = 0.0
        """Seconds since it was begun."""

    def begin(self, in_all: float = 0.0) -> None:
        """Begin now, so many seconds having been counted earlier."""
        self.in_all = in_all
        self.go_on()

    def go_on(self) -> None:
        """Go on from now; the time that has passed does not count."""
        self._last = self._clock()

    def lap(self) -> float:
        """The seconds since something was last done."""
        now = self._clock()
        passed = min(max(0.0, now - self._last), LONGEST_PAUSE)
        self._last = now
        self.in_all += passed
        return passed
