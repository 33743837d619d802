"""A report as one page of HTML: nothing is fetched, nothing runs, and it prints on A4 and Letter."""

from collections.abc import Iterable, Iterator
from html import escape

from sidelight.teaching.report.sheet import Bars, Block, Heading, Quoted, Table, Words, in_words
from sidelight.text.characters import clean

_LOOKS = """
:root { color-scheme: light; }
body { margin: 2rem auto; max-width: 46rem; padding: 0 1rem; background: #fff; color: #1d1b16;
  font: 1rem/1.45 Georgia, "Liberation Serif", serif; }
section + section { border-top: 2px solid #1d1b16; margin-top: 3rem; padding-top: 1rem; }
h1 { font-size: 1.6em; line-height: 1.2; margin: 0 0 .4em; }
h2 { font-size: 1.15em; margin: 1em 0 .2em; }
h3 { font-size: 1em; font-weight: normal; font-style: italic; margin: .5em 0 .1em; }
p { margin: .25em 0; }
blockquote { border-left: 3px solid #1f4e79; margin: .25em 0 .5em; padding-left: .8em; }
table { border-collapse: collapse; font: .85em/1.35 "Liberation Sans", Arial, sans-serif; margin: .3em 0 .7em;
  width: 100%; }
caption { font-weight: bold; padding-bottom: .2em; text-align: left; }
th, td { padding: .15em .6em .15em 0; text-align: left; vertical-align: top; }
th { font-weight: normal; }
thead th { border-bottom: 1px solid #1d1b16; font-weight: bold; vertical-align: bottom; }
tbody tr + tr > * { border-top: 1px solid #ddd8cc; }
.number { font-variant-numeric: tabular-nums; text-align: right; white-space: nowrap; }
td.number + td:not([class]) { padding-left: .6em; }
.chart th { width: 44%; }
.chart .number { width: 3em; }
.chart .note { color: #4a463c; width: 22%; }
.chart svg { display: block; height: .8em; margin-top: .25em; width: 100%; }
@page { margin: 12mm 16mm; }
@media print {
  body { font-size: 10.5pt; margin: 0; max-width: none; padding: 0; }
  section:first-child { font-size: 9pt; line-height: 1.3; }
  section:first-child h2 { margin-top: .75em; }
  section:first-child table { line-height: 1.25; margin: .2em 0 .5em; }
  section + section { border: 0; break-before: page; margin: 0; padding: 0; }
  h1, h2, h3, caption { break-after: avoid; }
  tr, blockquote, .chart { break-inside: avoid; }
  p { orphans: 3; widows: 3; }
  svg rect { print-color-adjust: exact; }
}
"""


def html(blocks: Iterable[Block], title: str) -> str:
    """The whole document."""
    body = "\n".join(_sections(blocks))
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_words(title)}</title>\n<style>{_LOOKS}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )


def _sections(blocks: Iterable[Block]) -> Iterator[str]:
    """The blocks, with a section around a heading of level 1 and all that follows it."""
    for number, block in enumerate(blocks):
        if isinstance(block, Heading) and block.level == 1:
            yield "</section>\n<section>" if number else "<section>"
        yield _block(block)
    yield "</section>"


def _block(block: Block) -> str:
    match block:
        case Heading(level, words):
            return f"<h{level}>{_words(words)}</h{level}>"
        case Words(words):
            return f"<p>{_words(words)}</p>"
        case Quoted(words):
            return f"<blockquote><p>{_words(words)}</p></blockquote>"
        case Bars():
            return "\n".join(_bars(block))
        case Table():
            return "\n".join(_table(block))


def _bars(chart: Bars) -> Iterator[str]:
    yield f'<table class="chart">\n<caption>{_words(chart.caption)}</caption>\n<tbody>'
    noted = any(bar.note for bar in chart.bars)
    for bar in chart.bars:
        share = 100 * min(bar.count, chart.whole) / chart.whole if chart.whole else 0
        # The bar says nothing that the number does not, so it is not read aloud.
        drawn = (
            '<svg aria-hidden="true" viewBox="0 0 100 10" preserveAspectRatio="none">'
            '<rect width="100" height="10" fill="#eeeae0"/>'
            f'<rect width="{share:.1f}" height="10" fill="#1f4e79"/></svg>'
        )
        number = f'<td class="number">{bar.count:,}{_words(chart.unit)}</td>'
        note = f'<td class="note">{_words(bar.note)}</td>' if noted else ""
        yield f'<tr><th scope="row">{_words(bar.label)}</th>{number}<td>{drawn}</td>{note}</tr>'
    yield "</tbody>\n</table>"


def _table(table: Table) -> Iterator[str]:
    """A column is set as numbers where none of its cells are words; the first is what the rows are about."""
    classes = [
        "" if any(isinstance(cell, str) for cell in cells) else ' class="number"'
        for cells in zip(*table.rows, strict=True)
    ]
    yield f"<table>\n<caption>{_words(table.caption)}</caption>\n<thead><tr>"
    for column, class_ in zip(table.columns, classes, strict=True):
        yield f'<th scope="col"{class_}>{_words(column)}</th>'
    yield "</tr></thead>\n<tbody>"
    for about, *cells in table.rows:
        columns = (
            f"<td{class_}>{_words(in_words(cell))}</td>" for cell, class_ in zip(cells, classes[1:], strict=True)
        )
        yield f'<tr><th scope="row">{_words(in_words(about))}</th>{"".join(columns)}</tr>'
    yield "</tbody>\n</table>"


def _words(words: str) -> str:
    return escape(clean(words))
