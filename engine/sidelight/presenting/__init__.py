"""What to show of a playthrough, in no particular medium."""
