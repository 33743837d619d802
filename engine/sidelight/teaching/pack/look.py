"""How a printed sheet looks: dark on light, large enough, and cut where it may be cut."""

CSS = """\
@page { margin: 16mm 17mm 18mm; }
* { box-sizing: border-box; }
html { color: #111; background: #fff; }
body { margin: 0; font: 11.5pt/1.42 Georgia, "Liberation Serif", "DejaVu Serif", serif; }
main { max-width: 46em; margin: 0 auto; }
@media screen { main { padding: 2em 1.2em 4em; } }
h1, h2, h3, h4, h5, h6, caption, th, .header, .lead, .small, .ways, .tick, .instruction, .strip, .slip {
  font-family: "Helvetica Neue", Arial, "Liberation Sans", "DejaVu Sans", sans-serif;
}
h1 { font-size: 21pt; line-height: 1.15; margin: 0 0 .35em; }
h2 { font-size: 14pt; line-height: 1.2; margin: 1.3em 0 .4em; padding-bottom: .15em; }
h2 { border-bottom: 1.5pt solid #111; }
h3 { font-size: 12pt; margin: 1.1em 0 .3em; }
h4, h5, h6 { font-size: 11.5pt; margin: .9em 0 .25em; }
h1, h2, h3, h4, h5, h6, .header, .lead { break-after: avoid; }
.beside { font-size: 8.5pt; font-weight: normal; color: #444; }
p { margin: 0 0 .6em; orphans: 3; widows: 3; }
ul, ol { margin: .2em 0 .7em; padding-left: 1.4em; }
li { margin: 0 0 .25em; break-inside: avoid; }
ul.box, ul.blank, ul.plain { list-style: none; padding-left: 0; }
ul.box li, ul.blank li { padding-left: 1.9em; text-indent: -1.9em; }
ul.blank li { padding-left: 3.4em; text-indent: -3.4em; }
li > .tick { display: inline-block; width: 1.9em; font-size: 12pt; text-indent: 0; }
li > .blank { display: inline-block; width: 3.4em; text-indent: 0; }
a { color: inherit; text-decoration-color: #888; overflow-wrap: anywhere; }
sup { line-height: 0; font-size: 75%; }
sup a { text-decoration: none; font-weight: bold; padding-left: .1em; }
table { width: calc(100% - 1pt); border-collapse: collapse; margin: .4em 0 .9em; font-size: 10.5pt; }
caption { text-align: left; font-size: 10pt; padding: 0 0 .3em; }
th, td { text-align: left; vertical-align: top; border: .75pt solid #555; padding: .38em .55em; }
thead { display: table-header-group; }
thead th { background: #eee; font-size: 9.5pt; }
tbody th { font-family: inherit; font-weight: normal; }
tr { break-inside: avoid; }
table.fill td { width: 34%; letter-spacing: .05em; }
table.plan tbody th { width: 5.5em; white-space: nowrap; }
table.facts th { width: 6.5em; font-weight: bold; }
table.facts thead { display: none; }
table.why tbody th { width: 32%; }
table.why td:nth-child(2) { width: 4.6em; font-weight: bold; }
table.match td:nth-child(2) { width: 8.5em; }
.write { height: 2.1em; border-bottom: .75pt solid #777; }
.question { margin: 0 0 1.5em; break-inside: avoid; }
.answer { margin: 0 0 1.6em; break-inside: avoid; }
.answer > h2 + p, .answer > h2 + p + p, .answer > h2 + p + p + p, p.right, p.instruction { break-after: avoid; }
.cited { font-size: 10pt; margin-bottom: .35em; padding-left: 2.2em; text-indent: -2.2em; break-inside: avoid; }
.cited.under { padding-left: 4.4em; font-size: 9.5pt; }
.sources { columns: 2; column-gap: 6mm; }
.sources .cited, .sources .small { font-size: 8pt; line-height: 1.3; }
.sources .cited { padding-left: 1.2em; text-indent: -1.2em; }
.small { font-size: 9.5pt; line-height: 1.35; color: #222; }
.instruction { font-size: 10pt; font-weight: bold; margin: .5em 0 .25em; }
.place { font-style: italic; margin-top: -.1em; }
.notice { border: 1pt solid #111; padding: .6em .9em .2em; margin: .8em 0 1em; break-inside: avoid; }
.set { margin: .3em 0 .8em; padding-left: 1em; }
.set.rule { border-left: 2.5pt solid #777; }
.set.box { border: 1pt solid #777; padding: .6em .9em .1em; }
.set.indent { margin-left: 1.5em; }
.header { font-size: 9.5pt; font-weight: bold; letter-spacing: .04em; }
.section { margin: 0 0 1.9em; }
.section h2 { display: flex; gap: .7em; border: 0; border-top: 1.5pt solid #111; padding-top: .3em; }
.case { margin: .1em 0 .7em; padding-left: 1em; border-left: 1.5pt dotted #777; }
.case p { margin-bottom: .3em; }
.lead { font-size: 9.75pt; font-weight: bold; margin: 0 0 .15em; }
.way { margin: .35em 0 .45em; padding-left: 1.4em; text-indent: -1.4em; break-inside: avoid; }
.ways { break-before: avoid; margin-top: .7em; padding-top: .35em; }
.ways { border-top: .75pt solid #999; font-size: 10.5pt; }
.over { font-weight: bold; }
.note h2 { font-size: 12pt; border: 0; padding: 0; margin: 0 0 .3em; }
.note { margin: 0 0 1em; break-inside: avoid; font-size: 10.5pt; }
.strip { border: 1pt dashed #333; padding: .5em .9em; margin: .7em 0; break-inside: avoid; }
.strip table { margin: .2em 0; border: 0; }
.strip th, .strip td { border: 0; padding: .25em .5em; font-size: 12pt; }
.strip thead { display: none; }
.strip td { letter-spacing: .55em; }
.slips { margin-right: 1pt; display: grid; grid-template-columns: 1fr 1fr; }
.slip { border: .75pt dashed #555; padding: .8em 1em .5em; break-inside: avoid; }
.slip { font-size: 9.5pt; line-height: 1.35; }
.slip h2 { border: 0; padding: 0; margin: 0 0 .25em; font-size: 15pt; letter-spacing: .02em; }
.slip .command { font-family: "DejaVu Sans Mono", "Liberation Mono", Menlo, Consolas, monospace; }
.slip .command { font-size: 8.75pt; white-space: nowrap; }
.slip p { margin: 0 0 .3em; }
.new-page { break-before: page; }
"""
