"""The keepsake: what the story lets a reader keep, what she wrote, and the way she went, as a page of Markdown."""

from collections.abc import Iterator
from itertools import groupby

from sidelight.model.exercises import ExerciseKind
from sidelight.model.story import Story
from sidelight.play.notebook import Notebook
from sidelight.play.playthrough import Playthrough
from sidelight.presenting.as_markdown import escape, markdown
from sidelight.presenting.casebook import sources
from sidelight.presenting.journal import route
from sidelight.presenting.present import kept, present
from sidelight.text.characters import clean
from sidelight.text.markdown import read_blocks
from sidelight.text.prose import Blocks, Break, Inline, Paragraph, Quote, Words

SUFFIX = ".md"


def keepsake(playthrough: Playthrough, notebook: Notebook) -> str:
    """The text of the file a reader takes away."""
    return "\n\n".join(_parts(playthrough, notebook)) + "\n"


def keepsake_name(playthrough: Playthrough) -> str:
    """What the file is called if the reader says nothing."""
    return f"{playthrough.rules.story.id}{SUFFIX}"


def _parts(playthrough: Playthrough, notebook: Notebook) -> Iterator[str]:
    story = playthrough.rules.story
    page = present(playthrough)
    yield f"# {escape(story.title)}"
    if story.author:
        yield f"A story by {escape(story.author)}, as I read it."
    if page.ending is not None:
        yield f"The end I came to: {escape(page.ending.title)}."
    for text in kept(playthrough):
        yield f"## {escape(text.title)}"
        yield markdown(text.blocks, story.styles, below=2)
    written = _written(story, notebook)
    if written:
        yield "## What I wrote"
        yield markdown(written, story.styles)
    yield "## The way I went"
    yield from _route(playthrough)
    cited = sources(story, notebook)
    if cited:
        yield "## The sources of the notes I opened"
        yield "\n".join(
            f"- {escape(each.citation)}{f' <{each.address}>' if each.address else ''}" for each in cited
        )


def _written(story: Story, notebook: Notebook) -> Blocks:
    """Each question answered in the reader's own words, and under it what she wrote last."""
    blocks: list[Quote | Paragraph] = []
    for exercise in story.exercises.values():
        answers = notebook.answers(exercise.id)
        if exercise.kind is ExerciseKind.WRITE and answers:
            blocks += [Quote(read_blocks(exercise.prompt)), *_paragraphs(answers[-1].response[0])]
    return tuple(blocks)


def _paragraphs(typed: str) -> Iterator[Paragraph]:
    """Words as somebody typed them: an empty line ends a paragraph, and every other line stays one."""
    lines = (" ".join(clean(line).split()) for line in typed.splitlines())
    for is_text, group in groupby(lines, bool):
        if is_text:
            content: list[Inline] = [inline for line in group for inline in (Break(), Words(line))]
            yield Paragraph(tuple(content[1:]))


def _route(playthrough: Playthrough) -> Iterator[str]:
    chapter = ""
    lines: list[str] = []
    for line in route(playthrough):
        if line.chapter != chapter:
            if lines:
                yield "\n".join(lines)
            chapter, lines = line.chapter, []
            yield f"### {escape(chapter)}"
        chosen = f": {escape(line.chosen)}" if line.chosen else ""
        lines.append(f"{line.number}. {escape(line.title)}{chosen}")
    yield "\n".join(lines)
