"""The full-screen reader: one quiet column, its choices at its end, its notes beside it."""
