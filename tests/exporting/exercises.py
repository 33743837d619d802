"""Exercises of every kind, with whatever a person could write in them, for tests of exporters."""

from hypothesis import strategies as st

from builders import story_of
from sidelight.model.exercises import Answer, Exercise, ExerciseKind, Matched, Option, Phase
from sidelight.model.story import Story
from sidelight.text.spans import Span, StoryFile

NOWHERE = Span(StoryFile("story.yaml", ""), 0, 0)
HOSTILE = (
    *("{", "}", "~", "=", "#", ":", "\\", "->", "//", "####", "::", "%50%", "[html]", "[", "]", "$CATEGORY: x"),
    *(
        "\n",
        "\r\n",
        "\t",
        " ",
        "&&058;",
        "&#61;",
        "&",
        "<b>",
        "</p>",
        '"',
        "'",
        "*",
        "_",
        "T",
        "TRUE",
        "\\n",
        "=a ~b",
    ),
    *("Homs", "حمص", "e\u0301", "𝒳", "-", "1.", "==SUM(A1)", "{{c1::x}}"),
)
_ESCAPED = str.maketrans({sign: f"\\{sign}" for sign in "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"})


def as_source(words: str) -> str:
    """Words as an author writes them so that none of their signs means anything."""
    return " ".join(words.split()).translate(_ESCAPED)


words = st.lists(st.sampled_from(HOSTILE), max_size=6).map("".join)
some = words.map(lambda text: f"{text}x")
texts = some.map(as_source)
ids = st.from_regex(r"[a-z][a-z0-9-]{0,6}", fullmatch=True)
STORY: Story = story_of(
    "sources: {S: {title: 'A title: {one}', url: 'https://a.org/?b=c~d#e'}}\n"
    "asides: {A: {title: 'An aside', says: S, grade: corroborated, sources: [S]}}\n"
    "scenes: {a: {title: A, text: A., ending: {title: A, tone: calm}}}\n"
)


def _several(least: int) -> st.SearchStrategy[list[str]]:
    return st.lists(ids, min_size=least, max_size=4, unique=True)


@st.composite
def exercises(draw: st.DrawFn) -> Exercise:
    """An exercise that has no findings of loading."""
    kind = draw(st.sampled_from(ExerciseKind))
    picked = kind in (ExerciseKind.PICK, ExerciseKind.PICK_MANY)
    named = draw(st.just(["true", "false"]) | _several(1)) if picked else []
    right = set(draw(st.lists(st.sampled_from(named), min_size=1, max_size=3))) if picked else set()
    if kind is ExerciseKind.PICK:
        right = {min(right)}
    items = draw(_several(2 if kind is ExerciseKind.ORDER else 1))
    targets = draw(st.dictionaries(ids, texts, min_size=1, max_size=4))
    answers = st.lists(st.sampled_from(sorted(targets)), min_size=1, max_size=2, unique=True).map(tuple)
    matched = kind is ExerciseKind.MATCH
    ordered = kind in (ExerciseKind.MATCH, ExerciseKind.ORDER)
    return Exercise(
        id=draw(ids),
        kind=kind,
        phase=draw(st.sampled_from(Phase)),
        prompt=draw(texts),
        span=NOWHERE,
        rev=draw(st.integers(1, 3)),
        skill=draw(st.none() | words),
        options=tuple(Option(each, draw(texts), each in right, as_source(draw(words))) for each in named),
        items=tuple(
            Matched(each, draw(texts), draw(answers) if matched else (), as_source(draw(words)))
            for each in (items if ordered else [])
        ),
        targets=targets if matched else {},
        answer=Answer(draw(st.integers(-9, 99)), draw(st.integers(0, 3)), tuple(draw(st.lists(some, min_size=1)))),
        scale=tuple(draw(st.lists(texts, min_size=1, max_size=3))),
        model=as_source(draw(words)),
        checklist=tuple(draw(st.lists(texts, max_size=2))),
        evidence=tuple(draw(st.lists(st.sampled_from(["S", "A"]), unique=True))),
        feedback=draw(st.dictionaries(st.sampled_from(["right", "wrong", "always"]), texts)),
        points=draw(st.integers(0, 2)),
    )
