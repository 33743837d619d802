"""The name somebody probably meant."""

from collections.abc import Iterable


def nearest(name: str, names: Iterable[str]) -> str | None:
    """The nearest of some names, if any is near."""
    from difflib import get_close_matches  # noqa: PLC0415 - 8 ms, and only wanted when something is wrong

    by_fold = {each.lower().replace("_", "-"): each for each in names}
    found = get_close_matches(name.lower().replace("_", "-"), by_fold, n=1, cutoff=0.6)
    return by_fold[found[0]] if found else None


def did_you_mean(name: str, names: Iterable[str]) -> str:
    """A question that offers the nearest name, or nothing."""
    found = nearest(name, names)
    return f'did you mean "{found}"?' if found else ""
