"""Every kind of finding, in the order of their codes.

SL0 files and YAML, SL1 names and structure, SL2 variables and conditions, SL3 exploration, SL4 prose, asides and
sources, SL5 exercises. Each has a page in `explain/`, with an example that fails and the same example mended.
"""

from sidelight.diagnostics.diagnostic import Kind, Severity

KINDS: dict[str, Kind] = {}
"""Every kind by its code."""


def _kind(code: str, name: str, severity: Severity, summary: str) -> Kind:
    KINDS[code] = kind = Kind(code, name, severity, summary)
    return kind


def _error(code: str, name: str, summary: str) -> Kind:
    return _kind(code, name, Severity.ERROR, summary)


def _warning(code: str, name: str, summary: str) -> Kind:
    return _kind(code, name, Severity.WARNING, summary)


def _advice(code: str, name: str, summary: str) -> Kind:
    return _kind(code, name, Severity.ADVICE, summary)


UNREADABLE_FILE = _error("SL001", "unreadable-file", "a file cannot be read as UTF-8 text")
BAD_YAML = _error("SL002", "bad-yaml", "a file is not YAML")
UNKNOWN_KEY = _error("SL003", "unknown-key", "a key that format 1 does not have")
MISSING_KEY = _error("SL004", "missing-key", "a key that must be there is not")
WRONG_TYPE = _error("SL005", "wrong-type", "a value of another type than the key takes")
REPEATED_KEY = _error("SL006", "repeated-key", "a key stands twice in one place")
ALIAS_OR_TAG = _error("SL007", "alias-or-tag", "YAML's anchors, aliases, tags or a second document")
CONTROL_CHARACTER = _error("SL008", "control-character", "a character that could steer the terminal")
LIMIT_EXCEEDED = _error("SL009", "limit-exceeded", "a story larger or deeper than a story may be")
COMMENT_CUTS_TEXT = _warning("SL010", "comment-cuts-text", "a ` #` in a text, from which on YAML reads a comment")
COMMA_BECOMES_KEY = _error(
    "SL011", "comma-becomes-key", "a comma between braces, after which YAML reads a new key"
)
TEXT_AFTER_QUOTE = _error(
    "SL012", "text-after-quote", "a text that begins with a quotation mark and goes on after it"
)
TEXT_BEGINS_WITH_SIGN = _error("SL013", "text-begins-with-sign", "a text that begins with one of YAML's own signs")
COLON_IN_TEXT = _error("SL014", "colon-in-text", "a colon in a text, after which YAML reads a value")
UNSUPPORTED_FORMAT = _error("SL015", "unsupported-format", "a story format this program does not read")
NO_STORY = _error("SL016", "no-story", "no file has a `story:` section")
NOT_A_TRUTH = _error("SL017", "not-a-truth", "yes, no, on or off where true or false is meant")

REPEATED_ID = _error("SL101", "repeated-id", "two things of one kind have the same id")
BAD_ID = _error("SL102", "bad-id", "an id with characters an id may not have")
UNKNOWN_CHAPTER = _error("SL103", "unknown-chapter", "a chapter that is not there")
UNKNOWN_SCENE = _error("SL104", "unknown-scene", "a scene that is not there")
UNKNOWN_ASIDE = _error("SL105", "unknown-aside", "an aside that is not there")
UNKNOWN_SOURCE = _error("SL106", "unknown-source", "a source that is not there")
UNKNOWN_STYLE = _error("SL107", "unknown-style", "a style that is not there")
UNKNOWN_PASSAGE = _error("SL108", "unknown-passage", "a passage that is not there")
UNKNOWN_GRADE = _error("SL109", "unknown-grade", "a grade that is not on the story's ladder")
SCENE_WITHOUT_CHAPTER = _error(
    "SL110", "scene-without-chapter", "a scene outside every chapter of a story with chapters"
)
ENDING_WITH_CHOICES = _error("SL111", "ending-with-choices", "a scene that is an ending and has choices")
NO_WAY_ON = _error("SL112", "no-way-on", "a scene with nothing to choose that is not an ending")
UNREACHABLE_SCENE = _warning("SL113", "unreachable-scene", "a scene that no choice leads to")
OPEN_ENDED_BRANCHES = _error("SL114", "open-ended-branches", "branches that can all fail and leave nothing")
BRANCH_AFTER_LAST = _error("SL115", "branch-after-last", "a branch behind one that always holds")
PASSAGE_IN_ITSELF = _error("SL116", "passage-in-itself", "a passage that contains itself")

BAD_EXPRESSION = _error("SL201", "bad-expression", "an expression that cannot be read")
UNKNOWN_VARIABLE = _error("SL202", "unknown-variable", "a name that is no variable and no value")
UNKNOWN_FUNCTION = _error("SL203", "unknown-function", "a function that expressions do not have")
TYPE_ERROR = _error("SL204", "type-error", "a value of the wrong type in an expression")
OUTSIDE_DOMAIN = _error("SL205", "outside-domain", "a value that the variable can never have")
TOO_MANY_COMBINATIONS = _error(
    "SL206", "too-many-combinations", "an expression over more values than can be decided"
)
ANOTHER_CHAPTERS_VARIABLE = _error("SL207", "another-chapters-variable", "a chapter's variable named outside it")
UNUSED_VARIABLE = _warning("SL208", "unused-variable", "a variable that nothing reads")
BAD_DOMAIN = _error("SL209", "bad-domain", "a variable whose values make no sense")
BAD_NAME = _error("SL210", "bad-name", "a variable or value whose name cannot be used")
UNKNOWN_CHOICE = _error("SL211", "unknown-choice", "a choice that is not there")

DEAD_END = _error("SL301", "dead-end", "a play can come to a scene where nothing can be chosen")
TRAP = _error("SL302", "trap", "a play can come to where no ending can be reached any more")
SCENE_OUT_OF_REACH = _error("SL303", "scene-out-of-reach", "a scene that no play comes to")
ENDING_OUT_OF_REACH = _error("SL304", "ending-out-of-reach", "an ending that no play comes to")
ASIDE_OUT_OF_REACH = _warning("SL305", "aside-out-of-reach", "an aside that is shown in no play")
EXERCISE_OUT_OF_REACH = _warning("SL306", "exercise-out-of-reach", "an exercise that is met in no play")
REACHED_ONLY_ALONE = _warning(
    "SL307", "reached-only-alone", "a scene that is reached only where its chapter is played alone"
)
CHOICE_NEVER_OPEN = _warning("SL308", "choice-never-open", "a choice that is hidden in every play")
CHOICE_ALWAYS_LOCKED = _warning("SL309", "choice-always-locked", "a choice that is shown and can never be taken")
CONDITION_NOT_NEEDED = _advice("SL310", "condition-not-needed", "a choice with a condition that is always open")
LOCKED_NEVER_SHOWN = _warning("SL311", "locked-never-shown", "a reason for a closed choice that no reader sees")
CONDITION_NEVER_TRUE = _warning("SL312", "condition-never-true", "a condition that holds in no play")
CONDITION_ALWAYS_TRUE = _warning("SL313", "condition-always-true", "a condition that holds in every play")
BRANCH_NEVER_TAKEN = _warning("SL314", "branch-never-taken", "a branch that is taken in no play")
VALUE_NEVER_TAKEN = _warning("SL315", "value-never-taken", "a value that a variable has in no play")
VARIABLE_NEVER_CHANGED = _warning("SL316", "variable-never-changed", "a variable that is the same in every play")
EFFECT_STOPS_AT_END = _advice("SL317", "effect-stops-at-end", "an effect that would go beyond the end of a domain")
UNDECIDED = _advice("SL318", "undecided", "something that could not be decided within the limits")

ASIDE_WITHOUT_SOURCE = _error(
    "SL401", "aside-without-source", "an aside whose grade needs a source and that has none"
)
UNUSED_ASIDE = _warning("SL402", "unused-aside", "an aside that no scene shows")
UNUSED_SOURCE = _warning("SL403", "unused-source", "a source that nothing cites")
NOT_HERE = _error("SL404", "not-here", "an expression, mark or link where a text may not have one")
BAD_LINK = _error("SL405", "bad-link", "a link that leads neither to an aside nor to an https address")
STRAY_BRACE = _error("SL406", "stray-brace", "a brace without its partner")
UNSUPPORTED_MARKUP = _error("SL407", "unsupported-markup", "HTML, an image, code or a heading in a story's text")
LONG_STRING = _advice("SL408", "long-string", "a sentence inside braces, where only a word or two should vary")

BAD_EXERCISE = _error("SL501", "bad-exercise", "an exercise that cannot be answered")
OPTION_COUNT = _warning("SL502", "option-count", "a `pick` with fewer than three options or more than four")
OPTION_STANDS_OUT = _advice("SL503", "option-stands-out", "an option much longer than the others")
OPTION_ABOUT_OPTIONS = _warning("SL504", "option-about-options", "an option such as “all of the above”")
NO_FEEDBACK = _warning("SL505", "no-feedback", "an answer to which nothing is said")
NO_EVIDENCE = _warning("SL506", "no-evidence", "a marked exercise that names no evidence")
OPTION_WITHOUT_OWNER = _warning(
    "SL507", "option-without-owner", "a wrong option that names neither sources nor a claim"
)
TOO_MANY_CHECKS = _advice("SL508", "too-many-checks", "more checks in one place than a reader wants to meet")
NOTHING_STANDS = _advice("SL509", "nothing-stands", "a chapter that asks for doubt only")
