"""What a teacher takes to class: a chapter as sheets of paper."""
