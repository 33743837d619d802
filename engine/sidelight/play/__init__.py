"""The rules of play, pure: a state and a choice in, a state out. No clock, no disk, no dice."""
