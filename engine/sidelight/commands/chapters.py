"""The chapter somebody means who types its id, its number on the title page, or how its title begins."""

from sidelight.diagnostics.nearest import nearest
from sidelight.errors import UsageError
from sidelight.model.story import Story


def chapter_called(story: Story, typed: str) -> str:
    """The id of a chapter; one that is not there is answered with those that are."""
    chapters = list(story.chapters.values())
    wanted = typed.strip().casefold()
    by_name = {name.casefold(): each.id for each in reversed(chapters) for name in (each.title, each.id)}
    if wanted in by_name:
        return by_name[wanted]
    by_number = {str(number): each.id for number, each in enumerate(chapters, 1)}
    if wanted in by_number:
        return by_number[wanted]
    begun = [each for each in chapters if wanted and each.title.casefold().startswith(wanted)]
    if len(begun) == 1:
        return begun[0].id
    if not chapters:
        raise UsageError(f'there is no chapter "{typed}"', "this story has no chapters")
    listed = "\n".join(_lines(story))
    if begun:
        *others, last = (each.title for each in begun)
        raise UsageError(
            f'"{typed}" is the beginning of more than one title',
            f"it could be {', '.join(others)} or {last}; the chapters are\n{listed}",
        )
    near = nearest(typed, [name for each in chapters for name in (each.id, each.title)])
    guess = f'did you mean "{near}"? ' if near else ""
    raise UsageError(f'there is no chapter "{typed}"', f"{guess}the chapters are\n{listed}")


def _lines(story: Story) -> list[str]:
    """Each chapter by its number, its id and its title."""
    wide = len(str(len(story.chapters)))
    longest = max(map(len, story.chapters))
    return [
        f"  {number:>{wide}}  {each.id:<{longest}}  {each.title}"
        for number, each in enumerate(story.chapters.values(), 1)
    ]
