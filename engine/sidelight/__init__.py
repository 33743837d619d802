"""Branching stories with sourced facts beside the fiction, played in the terminal."""
