"""The line reader: for screen readers, pipes, slow lines and tests. It prints and reads lines, nothing else."""
