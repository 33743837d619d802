"""A story with a question of every kind, and lessons about it."""

from builders import begin, story_of
from sidelight.model.story import Story
from sidelight.play.notebook import Notebook
from sidelight.play.rules import Beginning
from sidelight.presenting.sitting import Sitting
from sidelight.saving.files import MemoryFile
from sidelight.saving.settings import Preferences
from sidelight.saving.store import AUTOSAVE, Store
from sidelight.teaching.asking import Asking
from sidelight.teaching.lesson import UNRECORDED, Lesson, Recorder

ASKED = """
chapters:
  one: {title: The Quay, begins: quay}
  two: {title: The Water, begins: boat}
scenes:
  quay:
    chapter: one
    title: The quay
    text: A quay.
    choices: [{say: Wait, to: dusk}, {say: Leave, id: leave, to: boat}, {say: Look, id: look, to: grave}]
  dusk: {chapter: one, title: Dusk, text: It is dark., choices: [{say: Go, to: boat}]}
  grave: {chapter: one, title: A grave, quiet: true, text: A grave., choices: [{say: Go, to: boat}]}
  boat:
    chapter: two
    title: The boat
    text: A boat.
    choices: [{say: Cross, to: shore}, {say: Fall, id: fall, to: deep}]
  shore: {chapter: two, title: The shore, text: A shore., ending: {title: Across}}
  deep: {chapter: two, title: The deep, quiet: true, text: Water., ending: {title: Under}}
asides:
  coin: {title: A coin, says: Some had a coin., grade: reported, sources: [GRAVES]}
sources:
  GRAVES: {outlet: A museum, title: Graves, date: 2001-02-03, url: "https://example.org/graves"}
exercises:
  pick:
    kind: pick
    phase: check
    after: quay
    prompt: What do the graves show?
    options:
      - {id: all, text: Everybody had a coin, why: Most had none., claim: coin}
      - {id: some, text: Some had a coin, right: true, why: That is what was *counted*.}
      - {id: none, text: Nobody had a coin, why: A few had one., claim: coin}
    evidence: [GRAVES, coin]
    hint: [Read the note again., Count them.]
    feedback: {right: Well read., wrong: Not as it was dug up., always: One town is not a country.}
  many:
    kind: pick-many
    phase: check
    after: dusk
    prompt: Which are wet?
    options:
      - {id: sea, text: The sea, right: true, why: It is water.}
      - {id: rain, text: The rain, right: true, why: It falls as water.}
      - {id: sand, text: The sand, why: It is dry., claim: coin}
    evidence: [GRAVES]
  sorted:
    kind: match
    phase: check
    chapter: one
    prompt: How far does each stand?
    ladder: standing
    items:
      - {id: found, text: Coins were found, answer: established, why: They are in the museum.}
      - {id: paid, text: They paid for the passage, answer: [claimed, cannot-run], why: The graves do not say.}
    evidence: [coin]
    hint: Who counted?
  guess: {kind: number, phase: predict, chapter: two, prompt: How many coins?, answer: 2}
  row:
    kind: order
    phase: check
    after: boat
    prompt: In which order?
    items: [{id: pay, text: You pay}, {id: step, text: You step in}, {id: cross, text: You cross}]
    evidence: [GRAVES]
    attempts: 1
  word:
    kind: short
    phase: check
    after: shore
    prompt: What do you pay with?
    accept: [a coin, coin]
    evidence: [coin]
    confidence: true
  count: {kind: number, phase: check, prompt: How many were found?, answer: 12, tolerance: 1, evidence: [GRAVES]}
  scale: {kind: rate, phase: reflect, prompt: How sure are you?, scale: [guessing, fairly, certain]}
  say:
    kind: write
    phase: reflect
    chapter: two
    prompt: Write his answer.
    model: Another quay.
    checklist: [It says who speaks.]
"""

WRITTEN_SURELY = """
scenes:
  quay: {title: The quay, text: A quay., choices: [{say: Wade in, to: deep}]}
  deep: {title: The deep, text: Water., ending: {title: Under}}
exercises:
  say: {kind: write, phase: reflect, after: quay, prompt: How was it?, model: Wet., confidence: true}
"""
"""Asks how sure a reader is of what she wrote."""

GRADED = """
scenes: {a: {title: A, text: A., ending: {title: A}}}
exercises:
  sorted:
    kind: match
    phase: check
    after: a
    prompt: How far does each stand?
    ladder: grades
    items:
      - {id: one, text: One, answer: reported, why: So it is.}
      - {id: two, text: Two, answer: contested, why: So it is.}
    evidence: [note]
asides: {note: {title: Note, says: N., grade: dramatised, no-source: Made up.}}
"""
"""A question answered with the steps of the story's ladder."""


def asked_story() -> Story:
    return story_of(ASKED, "quay")


def sitting_after(*choices: str, beginning: Beginning | None = None) -> Sitting:
    story = asked_story()
    sitting = Sitting(begin(story, beginning), Notebook(), Store(story, None), AUTOSAVE)
    for id_ in choices:
        sitting.choose(next(line.choice for line in sitting.page.open_offers if line.choice.id == id_))
    return sitting


def lesson_after(*choices: str, recorder: Recorder = UNRECORDED, questions: bool = True) -> Lesson:
    liked = Preferences(MemoryFile())
    liked.only_now("questions", "on" if questions else "off")
    return Lesson(sitting_after(*choices), liked, recorder)


def ask(lesson: Lesson, id_: str) -> Asking:
    return lesson.ask(lesson.story.exercises[id_])
