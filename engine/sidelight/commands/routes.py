"""A route as somebody types it: the ids of choices, or their numbers on the page, one after the other."""

from sidelight.errors import UsageError
from sidelight.play.playthrough import Playthrough
from sidelight.play.replay import Misfit, replay
from sidelight.play.rules import Beginning, Rules


def follow(typed: str, rules: Rules, beginning: Beginning) -> Playthrough:
    """The playthrough at the end of a route; a step that cannot be taken is named, with what was open there."""
    steps: list[str] = []
    replayed = replay(rules, beginning, steps)
    for number, step in enumerate((each.strip() for each in typed.split(",") if each.strip()), 1):
        steps.append(_id(replayed.playthrough, step))
        # From the beginning each time: a route that is typed is short, and there is one way to replay it.
        replayed = replay(rules, beginning, steps)
        if replayed.why is not None:
            raise _refused(replayed.playthrough, number, step, replayed.why)
    return replayed.playthrough


def _id(playthrough: Playthrough, step: str) -> str:
    """A step by its id; a number that is no id here is that of an open choice."""
    choices = playthrough.rules.open_choices(playthrough.state)
    by_number = {str(number): choice.id for number, choice in enumerate(choices, 1)}
    ids = {choice.id for choice in choices}
    return step if step in ids else by_number.get(step, step)


def _refused(playthrough: Playthrough, number: int, step: str, why: Misfit) -> UsageError:
    scene = playthrough.scene
    # After a chapter played alone no scene is there to be another one.
    where = "after the chapter" if scene is None else f'in scene "{scene.id}": {why}'
    return UsageError(f'--route stops at its step {number}, "{step}", {where}', _open_at(playthrough))


def _open_at(playthrough: Playthrough) -> str:
    choices = playthrough.rules.open_choices(playthrough.state)
    if choices:
        listed = ", ".join(f"{number} {choice.id}" for number, choice in enumerate(choices, 1))
        return f"open there {'is' if len(choices) == 1 else 'are'} {listed}"
    if playthrough.left_chapter:
        return "nothing is open there: the chapter is over"
    return "nothing is open there" + (": it is an ending" if playthrough.ended else "")
