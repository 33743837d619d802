"""Findings made readable: in full, one line each, or as JSON."""
