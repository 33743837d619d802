"""At the screen each step of the story's ladder says what it means, where a question is answered with it."""

from asked import GRADED
from builders import sitting_of, story_of
from tui.driving import reading

REPORTED = "Reported  one outlet or unnamed sources or one named witness"


async def test_each_grade_something_can_be_matched_with_says_what_it_means() -> None:
    async with reading(sitting_of(story_of(GRADED)), (100, 30)) as reader:
        await reader.press("1", "1")
        line = next(line for line in reader.lines if REPORTED in line)
        await reader.press(line.replace("▸", "").split()[0])

        assert "One → Reported" in reader.text
        assert REPORTED not in reader.text
