"""A long story to measure with: every scene has conditional prose, values in braces, marks and three choices."""

VARIABLES = 10


def long_story(scenes: int) -> str:
    """The YAML of a story with so many scenes, the same at every call."""
    lines = ["story: {format: 1, id: long, title: Long, start: s0}", "variables:"]
    for number in range(VARIABLES // 2):
        lines.append(f"  flag{number}: false")
        lines.append(f"  count{number}: {{from: 0, to: 10, start: 0}}")
    lines.append("sources:\n  BOOK: {title: A book, date: 1999}\nasides:")
    lines += [
        f"  A{number}: {{title: Note {number}, says: It is so., grade: reported, sources: [BOOK]}}"
        for number in range(scenes // 10 + 1)
    ]
    lines.append("scenes:")
    lines += [_scene(number, scenes) for number in range(scenes)]
    lines.append("  last: {title: The end, text: It is over., ending: {title: The end}}")
    return "\n".join(lines) + "\n"


def _scene(number: int, scenes: int) -> str:
    near, far, flag = (number + 1) % scenes, (number * 7 + 3) % scenes, number % 5
    return f"""\
  s{number}:
    title: Scene {number}
    place: A room, hour {number % 24}
    text:
      - |
        The {number}th room has a *table*, a chair and a [window](aside:A{number // 10}) that looks north. Somebody
        has counted {{count{flag}}} steps from the door, and written the number on the wall in chalk.
      - when: flag{flag} and count{(flag + 1) % 5} >= {number % 7}
        text: The lamp is lit, and there is a second chair by the wall.
      - when: not flag{(flag + 2) % 5}
        text: It is dark in the corner.
    choices:
      - {{say: Go on, id: on, to: s{near}, do: [count{flag} += 1]}}
      - {{say: Turn aside, id: aside, to: s{far}, when: count{flag} < 8, do: [flag{flag} = true]}}
      - say: Wait for the lamp
        id: wait
        to: s{near}
        when: flag{flag} or count{flag} == {number % 11}
        locked: It is not lit.
      - {{say: Leave, id: leave, to: last, when: count{flag} > 9}}"""
