"""The story as it was written: frozen values, comparable, without behaviour."""
