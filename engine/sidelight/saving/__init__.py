"""What outlives the program: saves and the shelf, as lines of JSON that a crash cannot spoil."""
