"""From files to a Story and its findings: the only place that reads stories, and that knows YAML."""
