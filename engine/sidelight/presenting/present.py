"""From a playthrough to the page it stands on."""

from collections.abc import Set as AbstractSet
from dataclasses import replace

from sidelight.model.story import Aside, Chapter, Scene, Story
from sidelight.model.values import write_value
from sidelight.play.playthrough import Playthrough
from sidelight.presenting.evaluate import Evaluator
from sidelight.presenting.page import Kept, Note, OfferLine, Page, Shown
from sidelight.text.markdown import read_blocks, read_inlines
from sidelight.text.prose import (
    Block,
    Blocks,
    Break,
    Emphasis,
    Heading,
    Inline,
    Inlines,
    Insert,
    Items,
    Link,
    Mark,
    Paragraph,
    Quote,
    Rule,
    Set,
    Strong,
    Words,
    plain_words,
)


def present(playthrough: Playthrough, taken: AbstractSet[str] = frozenset()) -> Page:
    """The page a reader is shown where a playthrough stands. `taken` are the steps she has ever taken."""
    scene = playthrough.scene
    if scene is None:
        return _chapter_left(playthrough)
    story = playthrough.rules.story
    evaluator = Evaluator(playthrough.rules, playthrough.state)
    numbers = Numbers()
    blocks = numbers.blocks(evaluator.blocks(scene.text))
    marked = len(numbers.all)
    for aside in scene.asides:
        numbers.of(aside)
    return Page(
        story=story.title,
        scene=scene.id,
        title=evaluator.inlines(scene.title),
        blocks=blocks,
        step=playthrough.length,
        closes=_closing_line(playthrough, scene),
        echo=_echo(playthrough),
        opens=_opening_chapter(playthrough, scene),
        chapter=story.chapters.get(scene.chapter or ""),
        place=evaluator.inlines(scene.place),
        style=story.styles.get(scene.style or ""),
        content_notes=scene.content_notes,
        notes=tuple(note_on(story, story.asides[id_], number) for id_, number in numbers.all.items()),
        marked=marked,
        offers=_offers(playthrough, evaluator, taken),
        shown=_shown(playthrough, evaluator),
        ending=scene.ending,
        styles=story.styles,
    )


def kept(playthrough: Playthrough) -> tuple[Kept, ...]:
    """The texts the story lets a reader keep, as they read now."""
    evaluator = Evaluator(playthrough.rules, playthrough.state)
    passages = playthrough.rules.story.passages.values()
    found = ((passage.keep, evaluator.passage(passage)) for passage in passages if passage.keep is not None)
    return tuple(Kept(title, Numbers().blocks(blocks)) for title, blocks in found if blocks)


def note_on(story: Story, aside: Aside, number: int) -> Note:
    """An aside with what its grade and its sources say."""
    return Note(
        number,
        aside,
        read_blocks(aside.says),
        read_blocks(aside.more or ""),
        story.grades[aside.grade],
        tuple(story.sources[source] for source in aside.sources),
    )


def _chapter_left(playthrough: Playthrough) -> Page:
    story = playthrough.rules.story
    chapter = story.chapters[playthrough.beginning.chapter or ""]
    last = playthrough.last
    left = None if last is None else playthrough.rules.scene(last.before)
    return Page(
        story=story.title,
        scene="",
        title=read_inlines(chapter.title),
        blocks=read_blocks(chapter.close),
        step=playthrough.length,
        closes="" if left is None else _style_closes(story, left, None),
        echo=_echo(playthrough),
        chapter=chapter,
        styles=story.styles,
    )


def _closing_line(playthrough: Playthrough, scene: Scene) -> str:
    """What follows the style of the scene that has been left, if this one has another."""
    before = None if playthrough.last is None else playthrough.rules.scene(playthrough.last.before)
    return "" if before is None else _style_closes(playthrough.rules.story, before, scene.style)


def _style_closes(story: Story, left: Scene, entered: str | None) -> str:
    style = story.styles.get(left.style or "")
    return style.closes if style is not None and style.id != entered else ""


def _echo(playthrough: Playthrough) -> Inlines:
    """What the choice says of itself, as things stood when it was taken."""
    last = playthrough.last
    if last is None:
        return ()
    return Evaluator(playthrough.rules, last.before).inlines(last.choice.echo)


def _opening_chapter(playthrough: Playthrough, scene: Scene) -> Chapter | None:
    before = None if playthrough.last is None else playthrough.rules.scene(playthrough.last.before)
    if before is not None and before.chapter == scene.chapter:
        return None
    return playthrough.rules.story.chapters.get(scene.chapter or "")


def _offers(playthrough: Playthrough, evaluator: Evaluator, taken: AbstractSet[str]) -> tuple[OfferLine, ...]:
    lines: list[OfferLine] = []
    number = 0
    offers = playthrough.offers
    is_decision = sum(offer.open for offer in offers) > 1
    for offer in offers:
        say = evaluator.inlines(offer.choice.say)
        if offer.open:
            number += 1
            before = is_decision and offer.choice.step in taken
            lines.append(OfferLine(offer.choice, say, number, taken=before))
        else:
            lines.append(OfferLine(offer.choice, say, None, evaluator.inlines(offer.choice.locked)))
    return tuple(lines)


def _shown(playthrough: Playthrough, evaluator: Evaluator) -> tuple[Shown, ...]:
    rules, state = playthrough.rules, playthrough.state
    values = rules.values(state)
    return tuple(
        Shown(plain_words(evaluator.inlines(variable.label)), write_value(values[name]))
        for name, variable in rules.story.variables.items()
        if variable.shown is not None and rules.holds(variable.shown, state)
    )


class Numbers:
    """Numbers asides by their first appearance."""

    def __init__(self) -> None:
        self.all: dict[str, int] = {}

    def of(self, aside: str) -> int:
        """The number of an aside; the next one where it has none yet."""
        return self.all.setdefault(aside, len(self.all) + 1)

    def blocks(self, blocks: Blocks) -> Blocks:
        """Blocks with the numbers in their marks."""
        return tuple(self._block(block) for block in blocks)

    def _block(self, block: Block) -> Block:
        match block:
            case Paragraph(content):
                return Paragraph(self._inlines(content))
            case Heading(level, content):
                return Heading(level, self._inlines(content))
            case Quote(blocks) | Set(_, blocks):
                return replace(block, blocks=self.blocks(blocks))
            case Items(items):
                return replace(block, items=tuple(self.blocks(item) for item in items))
            case Rule():
                return block

    def _inlines(self, content: Inlines) -> Inlines:
        return tuple(self._inline(inline) for inline in content)

    def _inline(self, inline: Inline) -> Inline:
        match inline:
            case Mark(aside, content):
                number = self.of(aside)
                return Mark(aside, self._inlines(content), number)
            case Emphasis(content) | Strong(content) | Link(_, content):
                return replace(inline, content=self._inlines(content))
            case Words() | Break() | Insert():
                return inline
