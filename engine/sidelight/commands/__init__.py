"""The commands: each puts the parts together for one use, and holds no logic of its own."""
