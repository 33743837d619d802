"""What fills the screen, or a part of it, one file each. Only the reading screen touches the Sitting."""
