"""The chapter of a lesson, as a teacher names it."""

from sidelight.errors import UsageError
from sidelight.model.story import Story


def chapter_of(story: Story, wanted: str) -> str:
    """The id of a chapter, whatever its case; one that is not there is answered with those that are."""
    found = next((id_ for id_ in story.chapters if id_.casefold() == wanted.casefold()), None)
    if found is None:
        chapters = ", ".join(f"{id_} ({chapter.title})" for id_, chapter in story.chapters.items())
        help_ = (
            f"the chapters are {chapters}" if chapters else "this story has none; a lesson is made of a chapter"
        )
        raise UsageError(f'there is no chapter "{wanted}"', help_)
    return found
