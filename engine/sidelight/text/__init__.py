"""Written text: files, places in them, prose and its markup. Knows nothing of stories."""
