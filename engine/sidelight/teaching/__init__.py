"""Exercises played, what a class did with them, and what a teacher takes into the room."""
