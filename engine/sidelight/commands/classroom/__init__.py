"""`sidelight class`: what a teacher prepares, and what she reads afterwards."""
