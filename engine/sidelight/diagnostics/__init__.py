"""Findings about a story, as data: what was found, where, why it matters, and how to mend it."""
