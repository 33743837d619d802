"""What a teacher prints: all of it is there, none of it gives itself away, and it prints without the world."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from markdown_it import MarkdownIt

from builders import story_in, story_of
from conftest import BUNDLED
from sidelight.model.exercises import Exercise, ExerciseKind, Phase
from sidelight.model.placing import exercises_of
from sidelight.model.story import Story
from sidelight.play.playthrough import Playthrough
from sidelight.play.rules import Beginning, Rules
from sidelight.presenting.length import words_on
from sidelight.presenting.present import present
from sidelight.teaching.pack.asked import AFTER, after_scenes, asked_of
from sidelight.teaching.pack.key import right_answer
from sidelight.teaching.pack.pack import Pack, pack
from sidelight.teaching.pack.paper.book import Cases, Pieces, Said, SetIn
from sidelight.teaching.pack.paper.write import book_of
from sidelight.teaching.pack.plan import LESSON, plan
from sidelight.teaching.pack.plays import explore
from sidelight.teaching.pack.reading import reading
from sidelight.text.markdown import read_inlines
from sidelight.text.prose import plain_words

STORY = story_in(BUNDLED)
NAMES = ["teacher", "worksheet", "key", "paper-play"]
VOID = {"meta", "br", "hr"}

HOSTILE = """
chapters:
  c: {title: "<script>alert(1)</script> | C", begins: a, about: "*About* <img src=x onerror=alert(2)> & more"}
asides:
  n: {title: "<b>N</b>", says: "</style><script>alert(3)</script>", grade: reported, sources: [s]}
sources:
  s: {outlet: "<i>O</i>", title: 'T" onload="alert(4)', url: 'https://example.org/"onmouseover="alert(5)'}
scenes:
  a:
    chapter: c
    title: "<script>alert(6)</script>"
    text: "[A < B](aside:n) & C, <script>alert(7)</script>."
    choices: [{say: "<u>Go</u>", to: z, echo: "<script>alert(8)</script>"}]
  z: {chapter: c, title: Z, text: Z., ending: {title: "<script>Z</script>", tone: calm}}
exercises:
  x:
    kind: pick
    phase: check
    chapter: c
    prompt: "<script>alert(9)</script>?"
    options: [{id: p, text: "<b>P</b>", right: true, why: "<b>Y</b>"}, {id: q, text: Q, why: N, sources: [s]}]
    evidence: [s, n]
"""


@cache
def packed(chapter: str) -> Pack:
    return pack(STORY, chapter, ["otter-17", "heron-42"])


class Elements(HTMLParser):
    """Reads HTML strictly: whatever is opened is closed, in its order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert tag in VOID or self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if not {"style", "title"} & set(self.open):
            self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())


def documents(files: Mapping[str, str]) -> dict[str, str]:
    return {name: text for name, text in files.items() if name.endswith(".html")}


def plain(source: str) -> str:
    return " ".join(plain_words(read_inlines(" ".join(source.split()))).split())


def squeezed(text: str) -> str:
    """Without spaces and signs of Markdown: a text in two forms is the same."""
    return re.sub(r"[\s\\*]", "", text)


@pytest.mark.parametrize("chapter", STORY.chapters)
def test_a_pack_has_every_document_as_html_and_as_markdown(chapter: str) -> None:
    made = packed(chapter)

    assert made.no_paper == ""
    assert {f"{name}.{form}" for name in NAMES for form in ("html", "md")} | {"slips.html", "slips.txt"} == set(
        made.files
    )
    assert all(STORY.chapters[chapter].title in text for name, text in made.files.items() if name != "slips.txt")


@pytest.mark.parametrize("chapter", STORY.chapters)
def test_html_is_whole_and_fetches_nothing(chapter: str) -> None:
    for name, text in documents(packed(chapter).files).items():
        page = Elements(text)

        assert page.open == [], name
        assert not {tag for tag, _ in page.found} & {"script", "link", "img", "iframe", "object", "base"}
        assert not any(key == "src" or key.startswith("on") for _, attrs in page.found for key in attrs)
        assert all(str(attrs["href"]).startswith("https://") for _, attrs in page.found if "href" in attrs)
        assert "url(" not in text
        assert "@import" not in text


@pytest.mark.parametrize("chapter", STORY.chapters)
def test_html_is_fit_for_a_screen_reader(chapter: str) -> None:
    for text in documents(packed(chapter).files).values():
        page = Elements(text)
        levels = [int(tag[1]) for tag, _ in page.found if re.fullmatch(r"h\d", tag)]

        assert ("html", {"lang": "en"}) in page.found
        assert levels[0] == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))
        assert all("scope" in attrs for tag, attrs in page.found if tag == "th")


@pytest.mark.parametrize("chapter", STORY.chapters)
@pytest.mark.parametrize("form", ["html", "md"])
def test_every_exercise_is_on_the_worksheet_and_in_the_key(chapter: str, form: str) -> None:
    exercises = list(exercises_of(chapter, STORY))
    sheet, key = (
        squeezed(Elements(text).text if form == "html" else text)
        for text in (packed(chapter).files[f"worksheet.{form}"], packed(chapter).files[f"key.{form}"])
    )

    assert exercises
    for exercise in exercises:
        asked = [exercise.prompt, *(option.text for option in exercise.options), *exercise.scale]
        asked += [item.text for item in exercise.items]
        explained = [*told(exercise), exercise.model, *exercise.checklist, *exercise.feedback.values()]
        for text in asked:
            assert squeezed(plain(text)) in sheet
            assert squeezed(plain(text)) in key
        for paragraph in (part for text in explained for part in text.split("\n\n")):
            assert squeezed(plain(paragraph)) in key


def told(exercise: Exercise) -> list[str]:
    return [option.why for option in exercise.options] + [item.why for item in exercise.items]


@pytest.mark.parametrize("chapter", STORY.chapters)
def test_nothing_of_the_key_is_on_the_worksheet(chapter: str) -> None:
    sheet = squeezed(Elements(packed(chapter).files["worksheet.html"]).text)

    for exercise in exercises_of(chapter, STORY):
        for text in (
            *told(exercise),
            exercise.model,
            *exercise.checklist,
            *exercise.hints,
            *exercise.feedback.values(),
        ):
            assert not text or squeezed(plain(text)) not in sheet
    assert not re.search(r"right|wrong answer", Elements(packed(chapter).files["worksheet.html"]).text[:200])


@pytest.mark.parametrize("chapter", STORY.chapters)
@pytest.mark.parametrize("name", NAMES)
def test_markdown_says_what_html_says(chapter: str, name: str) -> None:
    rendered = Elements(MarkdownIt("commonmark").enable("table").render(packed(chapter).files[f"{name}.md"])).text
    html = Elements(packed(chapter).files[f"{name}.html"]).text

    assert "**" not in rendered
    assert in_words(html) == in_words(rendered)


@pytest.mark.parametrize("chapter", STORY.chapters)
def test_all_that_a_player_on_paper_must_be_told_is_printed(chapter: str) -> None:
    plays = explore(Rules(STORY), chapter)
    printed = packed(chapter).files["paper-play.md"].partition("# Notes")[0]
    sections = re.split(r"^## (?=\d)", printed, flags=re.MULTILINE)[1:]
    book = book_of(plays, {})

    assert len(book.sections) == len(sections)
    for section, text in zip(book.sections, sections, strict=True):
        assert text.startswith(str(section.number))
        lines = [
            *section.title,
            *section.place,
            *(line for way in section.ways for line in (*way.say, *way.reason)),
        ]
        tasks = [*section.tasks, *(task for way in section.ways for task in way.tasks)]
        leads = [lead for task in tasks for lead, _ in task.cases] + [line.lead for line in lines]
        leads += [way.lead for way in section.ways] + [way.reason_lead for way in section.ways]
        assert all(lead in text for lead in (*leads, *leads_in(section.pieces)))
        assert all(words in text for task in tasks for _, words in task.cases)
        assert all(set(in_words(plain_words(line.content))) <= set(in_words(text)) for line in lines)
        assert all(f"urn to {turn.number}." in text for way in section.ways for turn in way.turns)
        assert section.over in text


def leads_in(pieces: Pieces) -> Iterator[str]:
    for piece in pieces:
        match piece:
            case SetIn(_, inner):
                yield from leads_in(inner)
            case Cases(cases):
                for case in cases:
                    yield case.lead
                    yield from leads_in(case.pieces)
            case Said():
                pass


def in_words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


@pytest.mark.parametrize("chapter", STORY.chapters)
def test_a_question_has_beside_its_number_the_name_by_which_lessons_and_reports_call_it(chapter: str) -> None:
    for each in asked_of(explore(Rules(STORY), chapter)):
        for name in ("worksheet", "key"):
            assert f"# Question {each.number} · {each.exercise.id}\n" in packed(chapter).files[f"{name}.md"]
            page = Elements(packed(chapter).files[f"{name}.html"]).text
            assert f"Question {each.number} · {each.exercise.id} " in page


def test_what_is_to_be_put_in_order_is_never_printed_in_that_order() -> None:
    orders = [
        each
        for chapter in STORY.chapters
        for each in asked_of(explore(Rules(STORY), chapter))
        if each.exercise.kind is ExerciseKind.ORDER
    ]

    assert orders
    for each in orders:
        right = [item.id for item in each.exercise.items]
        assert right != [line.id for line in each.question.items]
        places = [int(place) for place in right_answer(each).split(", ")]
        assert [right[place - 1] for place in places] == [line.id for line in each.question.items]


@pytest.mark.parametrize("chapter", STORY.chapters)
def test_every_end_of_a_paper_play_leads_to_the_questions_after_the_chapter(chapter: str) -> None:
    plays = explore(Rules(STORY), chapter)
    asked = asked_of(plays)
    after = tuple(each.number for each in asked if each.when == AFTER)
    ends = [section for section in book_of(plays, after_scenes(asked)).sections if section.over]

    assert after
    assert ends
    assert all(after == end.questions[-len(after) :] for end in ends)
    assert len(ends) == packed(chapter).files["paper-play.md"].count(
        f"Go on with the worksheet: questions {after[0]} to {after[-1]}."
    )


def test_the_letters_of_the_key_are_those_of_the_worksheet() -> None:
    for each in asked_of(explore(Rules(STORY), "c2")):
        if each.exercise.kind is ExerciseKind.PICK:
            right = next(option for option in each.exercise.options if option.right)
            line = f"- ☐ **{right_answer(each)}**"
            sheet = packed("c2").files["worksheet.md"].split(f"### Question {each.number} · ")[1]
            answer = next(row for row in sheet.splitlines() if row.startswith(line))
            assert squeezed(plain(right.text)) in squeezed(answer)


@pytest.mark.parametrize("chapter", STORY.chapters)
def test_questions_stand_in_the_order_of_the_lesson(chapter: str) -> None:
    asked = asked_of(explore(Rules(STORY), chapter))
    phases = [each.exercise.phase for each in asked]

    assert list(range(1, len(asked) + 1)) == [each.number for each in asked]
    assert Phase.PREDICT not in phases[phases.count(Phase.PREDICT) :]
    assert Phase.REFLECT not in phases[: len(phases) - phases.count(Phase.REFLECT)]


@pytest.mark.parametrize("chapter", STORY.chapters)
def test_the_minute_plan_fills_a_lesson_and_no_more(chapter: str) -> None:
    plays = explore(Rules(STORY), chapter)
    parts = plan(reading(plays), asked_of(plays))

    assert parts[0].begins == 0
    assert parts[-1].ends == LESSON
    assert all(before.ends == after.begins for before, after in pairwise(parts))
    assert all(part.ends > part.begins for part in parts)


@pytest.mark.parametrize("chapter", STORY.chapters)
def test_the_minute_plan_has_a_place_for_every_question(chapter: str) -> None:
    plays = explore(Rules(STORY), chapter)
    asked = asked_of(plays)
    said = [re.findall(r"Questions? ([\d, and]+)", part.what) for part in plan(reading(plays), asked)]

    named = [int(number) for part in said for each in part for number in re.findall(r"\d+", each)]
    assert [each.number for each in asked] == sorted(named)


def test_the_teachers_page_ends_with_the_sources_and_gives_way_to_a_written_lesson() -> None:
    page = packed("c2").files["teacher.md"]

    assert "## Timeline and sources" == re.findall(r"^## .*", page, re.MULTILINE)[-1]
    assert "If your story comes with a written lesson for this chapter, follow that instead." in page


@pytest.mark.parametrize("chapter", STORY.chapters)
def test_a_teacher_is_told_how_much_there_is_to_print(chapter: str) -> None:
    made = packed(chapter)

    assert 10 < made.pages < 40
    assert (
        f"the worksheet, one each; paper play, one for two, where there are no machines: about {made.pages} pages"
        in (made.files["teacher.md"])
    )


ASKING = """
variables: {asked: false, said: {one-of: [none, a, b, c], start: none}}
chapters: {c: {title: C, begins: a}}
scenes:
  a: {chapter: c, title: A, text: A., choices: [{say: Ask, do: [asked = true], to: b}, {say: Wait, to: b}]}
  b:
    chapter: c
    title: The sentence
    text: B.
    choices:
      - {say: Plain, do: [said = a], to: z}
      - {say: Fair, do: [said = b], when: asked, to: z%s}
      - {say: Long, do: [said = c], when: asked, to: z%s}
  z: {chapter: c, title: Z, text: Z., ending: {title: Z, tone: calm}}
"""


def test_a_teacher_is_warned_where_a_class_can_find_one_way_open() -> None:
    page = pack(story_of(ASKING % (", locked: Ask.", ", locked: Ask.")), "c", ["otter-17"]).files["teacher.md"]

    assert "A class that has asked nobody who could help finds the fewest ways open." in page
    assert "- “The sentence”: 1 way is open, of 3: “Plain”" in page


def test_a_way_that_is_not_seen_closed_is_no_warning() -> None:
    page = pack(story_of(ASKING % ("", "")), "c", ["otter-17"]).files["teacher.md"]

    assert "fewest ways open" not in page


def test_words_are_counted_over_every_play() -> None:
    story = story_of(
        "chapters: {c: {title: C, begins: a, close: One two.}, d: {title: D, begins: z}}\n"
        "scenes:\n"
        "  a:\n    chapter: c\n    title: A\n    text: One two three.\n"
        "    choices: [{say: On, id: on, to: z}, {say: By b, id: by, to: b, echo: One.}]\n"
        "  b: {chapter: c, title: B, text: One two three four., choices: [{say: On, to: z, echo: Two words.}]}\n"
        "  z: {chapter: d, title: Z, text: Z., ending: {title: Z, tone: calm}}\n"
    )
    found = reading(explore(Rules(story), "c"))

    assert found.exact
    assert (5, 12) == (found.words[0], found.words[2])
    assert (1, 1) == (found.decisions[0], found.decisions[2])


def test_a_play_has_no_more_words_than_the_most() -> None:
    found = reading(explore(Rules(STORY), "c2"))
    playthrough = Playthrough.begin(Rules(STORY), Beginning(chapter="c2"))
    total = words_on(present(playthrough))
    while not playthrough.ended:
        playthrough = playthrough.choose(playthrough.rules.open_choices(playthrough.state)[-1])
        total += words_on(present(playthrough))

    assert found.exact
    assert found.words[0] <= total <= found.words[2]
    assert found.words[0] <= found.words[1] <= found.words[2]


def test_a_chapter_that_can_be_gone_round_in_is_said_to_be_so() -> None:
    story = story_of(
        "chapters: {c: {title: C, begins: a}}\n"
        "scenes:\n"
        "  a: {chapter: c, title: A, text: A., choices: [{say: Back, to: a}, {say: On, to: z}]}\n"
        "  z: {chapter: c, title: Z, text: Z., ending: {title: Z, tone: calm}}\n"
    )

    assert not reading(explore(Rules(story), "c")).exact
    assert "it can be gone round in" in pack(story, "c", ["otter-17"]).files["teacher.md"]


def test_a_hostile_story_can_do_nothing_on_paper() -> None:
    story: Story = story_of(HOSTILE)
    files = pack(story, "c", ["otter-17"]).files

    for name, text in documents(files).items():
        page = Elements(text)
        assert page.open == [], name
        assert not {tag for tag, _ in page.found} & {"script", "img", "b", "i", "u"}, name
        assert not any(key.startswith("on") for _, attrs in page.found for key in attrs)
    assert "alert(7)" in Elements(files["paper-play.html"]).text
    for name in NAMES:
        assert not re.search(r"(?<!\\)<(?!https://)", files[f"{name}.md"]), name


def test_where_paper_cannot_hold_a_chapter_the_rest_of_the_pack_is_made() -> None:
    story = story_of(
        "variables: {n: {from: 0, to: 9, start: 0}, m: {from: 0, to: 9, start: 0}}\n"
        "chapters: {c: {title: C, begins: a}}\n"
        "scenes:\n"
        "  a:\n    chapter: c\n    title: A\n    text: [{when: n > m, text: More.}]\n"
        "    choices:\n      - {say: N, do: [n += 1], to: a}\n      - {say: M, do: [m += 1], to: a}\n"
        "      - {say: On, to: z}\n"
        "  z: {chapter: c, title: Z, text: Z., ending: {title: Z, tone: calm}}\n"
    )
    made = pack(story, "c", ["otter-17"])

    assert "paper cannot weigh these against each other: n, m" == made.no_paper
    assert "worksheet.html" in made.files
    assert "paper-play.html" not in made.files
    assert "aper play" not in made.files["teacher.md"]


def test_slips_name_the_code_and_how_to_begin_with_it() -> None:
    files = packed("c2").files

    for name in ("slips.html", "slips.txt"):
        assert files[name].count("sidelight --chapter c2 --class otter-17") == 1
        assert files[name].count("sidelight --chapter c2 --class heron-42") == 1
    assert max(len(line) for line in files["slips.txt"].splitlines()) <= 80
