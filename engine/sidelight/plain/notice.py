"""What is said by lines before anything is recorded, and the answer."""

from sidelight.plain.help import letter_of
from sidelight.plain.lines import Lines
from sidelight.plain.prose import sentence
from sidelight.teaching.classroom import Classroom
from sidelight.teaching.notice import DO_NOT_RECORD, NOT_RECORDED, RECORD

_PROMPT = "Enter or 1, 2, q quit: "
_ANSWERS = {"": True, "1": True, "2": False}


def ask_to_record(classroom: Classroom, lines: Lines) -> bool:
    """Ask whether the play may be recorded; False if the reader leaves. With nobody there to ask, nothing is."""
    notice = classroom.notice
    file = f"The file: {notice.path}"
    lines.say(
        [sentence(notice.title), *notice.sentences, file, f"1. {sentence(RECORD)}\n2. {sentence(DO_NOT_RECORD)}"]
    )
    while (typed := lines.ask(_PROMPT)) is not None and letter_of(typed) != "q":
        agreed = _ANSWERS.get(typed)
        if agreed is None:
            lines.say(["Type 1 or press Enter to have it recorded, 2 to play without recording, q to quit."])
        elif agreed:
            classroom.recorder.agree()
            return True
        else:
            classroom.recorder.refuse()
            lines.say([NOT_RECORDED])
            return True
    return False
