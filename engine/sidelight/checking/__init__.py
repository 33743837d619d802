"""Questions about a story as it was written, without playing it by hand."""
