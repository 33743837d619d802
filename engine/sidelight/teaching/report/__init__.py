"""What a class did, read from its files of results and told on a page."""
