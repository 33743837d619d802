"""A chapter as a gamebook: numbered sections, a record strip, and no computer."""
