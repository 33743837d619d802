"""A fingerprint of what play depends on: ids, conditions, effects, domains, targets; never of prose."""

import hashlib

from sidelight.model.story import Choice, Effect, Scene, Story


def digest(story: Story) -> str:
    """Sixteen hexadecimal digits that change when a route could go another way."""
    lines = [f"start {story.start}", f"chapters {','.join(story.chapters)}"]
    lines += [
        f"variable {each.name} {each.chapter} {each.domain} {each.start!r}" for each in story.variables.values()
    ]
    for chapter in story.chapters.values():
        lines.append(f"chapter {chapter.id} {chapter.begins} {sorted(chapter.settings.items())}")
    for id_ in sorted(story.scenes):
        lines.extend(_scene(story, story.scenes[id_]))
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]


def _scene(story: Story, scene: Scene) -> list[str]:
    lines = [f"scene {scene.id} {scene.chapter} {scene.ending is not None} {_effects(scene.effects)}"]
    return lines + [_choice(choice) for choice in story.choices_at(scene)]


def _choice(choice: Choice) -> str:
    targets = [(target.condition, target.scene) for target in choice.targets]
    return f"choice {choice.step} {choice.when} {choice.once} {_effects(choice.effects)} {targets}"


def _effects(effects: tuple[Effect, ...]) -> list[tuple[str, object]]:
    return [(effect.variable, effect.expression) for effect in effects]
