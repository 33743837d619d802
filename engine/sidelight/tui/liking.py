"""Keeping what a reader has just set."""

from sidelight.errors import FileError
from sidelight.saving.settings import Preferences


def like(liked: Preferences, name: str, value: str) -> None:
    """Keep a setting from now on; where it cannot be kept, have it hold until she leaves."""
    try:
        liked.set(name, value)
    except FileError:
        liked.only_now(name, value)
