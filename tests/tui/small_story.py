"""A story with one of everything a screen can show, and another that tries to get out of the text it is."""

from pathlib import Path

SMALL = (Path(__file__).parent / "small.yaml").read_text("utf-8")

SOUP = "[@click=app.quit]go[/] [red [/] [[b]] [link=https://example.org]x[/link] $accent"
"""What is markup to Textual, and to an author is brackets."""

HOSTILE = f"""
chapters:
  c: {{title: "{SOUP}", begins: a}}
variables:
  v: {{one-of: [one, two], start: one, label: "{SOUP}", shown: true}}
styles:
  s: {{header: "{SOUP}", mark: box, closes: "{SOUP}"}}
passages:
  p: {{keep: "{SOUP}", style: s, text: "{SOUP}"}}
scenes:
  a:
    chapter: c
    title: "{SOUP}"
    place: "{SOUP}"
    style: s
    content-notes: ["{SOUP}"]
    text: ["{SOUP}", "*{SOUP}*", "[{SOUP}](aside:n)", {{passage: p}}]
    asides: [m]
    choices:
      - {{say: "{SOUP}", id: go, to: b, echo: "{SOUP}"}}
      - {{say: "{SOUP}", id: locked, to: b, when: v == two, locked: "{SOUP}"}}
  b:
    chapter: c
    title: "{SOUP}"
    text: "{SOUP}"
    ending: {{title: "{SOUP}"}}
sources:
  S:
    author: "{SOUP}"
    title: "{SOUP}"
    outlet: "{SOUP}"
    date: "{SOUP}"
    note: "{SOUP}"
    url: "https://example.org/[@click=app.quit]"
asides:
  n:
    title: "{SOUP}"
    says: "{SOUP}"
    claim: "{SOUP}"
    more: "{SOUP}"
    grade: reported
    sources: [S]
    as-of: "{SOUP}"
  m: {{title: "{SOUP}", says: "{SOUP}", grade: dramatised, no-source: "{SOUP}"}}
"""
