"""Taking the keepsake away, and what is said of it."""

from sidelight.errors import FileError
from sidelight.presenting.sitting import Sitting


def take_away(sitting: Sitting) -> str:
    """Write the keepsake to a new file in the folder the reader is in, and say which, or why it could not be."""
    try:
        path = sitting.take_away()
    except FileError as error:
        return error.explaining("That could not be kept")
    return f"Your story and the way you went are in {path}."
