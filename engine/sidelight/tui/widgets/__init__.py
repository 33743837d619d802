"""The parts of a screen, one file each. They are given what to show, and say what the reader did."""
