"""How large a story may be. Each limit is a finding when it is passed, and far from any story we know of."""

FILE_BYTES = 16_000_000
FILES = 10_000
NESTING = 40
"""Levels of YAML inside each other."""
DIGITS = 9
"""Digits of a whole number."""
EXPRESSION_LENGTH = 500
EXPRESSION_DEPTH = 40
COMBINATIONS = 4_096
"""Values an expression's variables can have together; up to here everything about it can be decided."""
BROKEN_LINES = 50
"""Lines of one file that YAML cannot read and that are stepped over to find the next."""
