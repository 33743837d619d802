"""Count the words of a story: everything written, and what plays read. Run: python tests/bundled/words.py [FOLDER]

Markup is left out, and every variant is counted once. A play's words are those of its pages, without asides; its
minutes are at 180 words a minute. Plays are walked by a fixed rule, so the same story gives the same figures.
"""

import statistics
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from builders import story_in
from conftest import BUNDLED
from sidelight.model.story import Choice, Story
from sidelight.model.texts import Text, Written, walk_text
from sidelight.play.playthrough import Playthrough
from sidelight.play.rules import Beginning, Rules
from sidelight.presenting.present import present
from sidelight.text.markdown import read_blocks, read_inlines
from sidelight.text.prose import Blocks, Heading, Inlines, Items, Paragraph, Quote, Rule, Set, plain_words
from transcripts import play, read_transcript

PLAYS = 100
PACE = 180
LONGEST = 400


def count(text: str) -> int:
    """How many words: runs between spaces that hold a letter or a digit."""
    return sum(any(character.isalnum() for character in word) for word in text.split())


def inline_words(content: Inlines) -> int:
    return count(plain_words(content))


def block_words(blocks: Blocks) -> int:
    total = 0
    for block in blocks:
        match block:
            case Paragraph(content) | Heading(_, content):
                total += inline_words(content)
            case Quote(inner) | Set(_, inner):
                total += block_words(inner)
            case Items(items):
                total += sum(block_words(item) for item in items)
            case Rule():
                pass
    return total


def text_words(text: Text) -> int:
    """Every variant of a text once."""
    return sum(
        block_words(read_blocks(item.source, headings=True))
        for item in walk_text(text)
        if isinstance(item, Written)
    )


def written_words(written: Iterable[Written | None]) -> int:
    return sum(inline_words(read_inlines(each.source)) for each in written if each is not None)


def choice_words(choices: Iterable[Choice]) -> int:
    return sum(written_words((choice.say, choice.locked, choice.echo)) for choice in choices)


def chapter_words(story: Story, chapter: str | None) -> int:
    return sum(text_words(scene.text) for scene in story.scenes.values() if scene.chapter == chapter)


def aside_words(story: Story) -> int:
    return sum(
        count(aside.title)
        + sum(block_words(read_blocks(part)) for part in (aside.says, aside.more or "", aside.claim or ""))
        for aside in story.asides.values()
    )


def exercise_words(story: Story) -> int:
    total = 0
    for exercise in story.exercises.values():
        texts = [
            exercise.prompt,
            exercise.model,
            *exercise.hints,
            *exercise.checklist,
            *exercise.feedback.values(),
        ]
        texts += [part for option in exercise.options for part in (option.text, option.why)]
        texts += [part for item in exercise.items for part in (item.text, item.why)]
        texts += exercise.targets.values()
        total += sum(count(text) for text in texts)
    return total


def walks(rules: Rules, beginning: Beginning) -> Iterator[int]:
    """The words of the pages of finished plays; which choice is taken follows from the play's number."""
    pages: dict[object, int] = {}
    for number in range(PLAYS):
        playthrough = Playthrough.begin(rules, beginning)
        words, seed = 0, number
        for _ in range(LONGEST):
            if playthrough.state not in pages:
                pages[playthrough.state] = block_words(present(playthrough).blocks)
            words += pages[playthrough.state]
            choices = rules.open_choices(playthrough.state)
            if not choices:
                yield words
                break
            seed = (seed * 1_103_515_245 + 12_345) % 2**31
            playthrough = playthrough.choose(choices[(seed >> 16) % len(choices)])


def span(words: list[int]) -> str:
    middle = int(statistics.median(words))
    return f"{min(words):>6,} {middle:>6,} {max(words):>6,} words, {middle / PACE:>4.0f} minutes"


def main(folder: Path) -> None:
    story = story_in(folder)
    rules = Rules(story)
    print(f"{story.title}\n\nscene text, every variant once")
    for chapter in story.chapters.values():
        print(f"  {chapter.title:<24}{chapter_words(story, chapter.id):>7,}")
    scenes = sum(text_words(scene.text) for scene in story.scenes.values())
    passages = sum(text_words(passage.text) for passage in story.passages.values())
    labels = sum(choice_words(story.choices_at(scene)) for scene in story.scenes.values())
    asides, exercises = aside_words(story), exercise_words(story)
    print(f"  {'all scenes':<24}{scenes:>7,}\npassages{passages:>25,}\nlabels, reasons, echoes{labels:>10,}")
    print(f"asides{asides:>27,}\nexercises and feedback{exercises:>11,}")
    print(f"everything{scenes + passages + labels + asides + exercises:>23,}")
    print(f"\none chapter alone, {PLAYS} plays (fewest, median, most)")
    for chapter in story.chapters.values():
        print(f"  {chapter.title:<24}{span(list(walks(rules, Beginning(chapter=chapter.id))))}")
    print("\nthe written play to each ending")
    for path in sorted((folder / "transcripts").glob("*.txt")):
        *_, (_, last) = moments = list(play(read_transcript(path), story))
        if last.scene is not None and last.scene.ending is not None and last.beginning == Beginning():
            words = sum(block_words(present(playthrough).blocks) for _, playthrough in moments)
            print(f"  {last.scene.ending.title:<24}{words:>7,} words, {words / PACE:>3.0f} minutes")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else BUNDLED)
