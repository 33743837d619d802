"""Proof by exhaustion: what can be met in a story, what never can, and what could not be decided."""
