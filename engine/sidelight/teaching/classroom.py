"""A story read in class: under a code name, with a recorder the reader is asked about first, or with votes."""

from dataclasses import dataclass

from sidelight.teaching.notice import Notice
from sidelight.teaching.recorder import ClassRecorder


@dataclass(frozen=True, slots=True)
class Classroom:
    """What both readers need to know of the class."""

    notice: Notice
    recorder: ClassRecorder
    votes: bool = False
    """Whether the class decides by hands, and the teacher types how many."""
