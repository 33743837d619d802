"""Findings as JSON, for programs."""

import json
from collections.abc import Iterable
from typing import Any

from sidelight.diagnostics.diagnostic import Diagnostic, Trace
from sidelight.text.spans import Span


def render_json(found: Iterable[Diagnostic]) -> str:
    """A list of findings; lines and columns count from 1."""
    return json.dumps([_finding(each) for each in found], ensure_ascii=False, indent=2) + "\n"


def _finding(each: Diagnostic) -> dict[str, Any]:
    return {
        "code": each.kind.code,
        "name": each.kind.name,
        "severity": each.severity.word,
        "message": each.message,
        "help": each.help or None,
        "label": each.label or None,
        **_place(each.span),
        "notes": [{"message": note.message, **(_place(note.span) if note.span else {})} for note in each.notes],
        **({"trace": _trace(each.trace)} if each.trace else {}),
    }


def _trace(trace: Trace) -> dict[str, Any]:
    return {
        "shortest": trace.shortest,
        "chapter": trace.chapter,
        "steps": [
            {
                "scene": step.scene,
                "choice": step.choice,
                **_place(step.span),
                "changes": [
                    {"name": each.name, "before": each.before, "after": each.after} for each in step.changes
                ],
            }
            for step in trace.steps
        ],
        "scene": trace.scene,
        "values": dict(trace.values),
        "offers": [
            {"choice": offer.choice, **_place(offer.span), "needs": offer.needs or None, "now": offer.now or None}
            for offer in trace.offers
        ],
        "back_to": trace.back_to,
        "sealed_at": trace.sealed_at,
        "route": list(trace.route),
        "replay": trace.command,
    }


def _place(span: Span) -> dict[str, Any]:
    return {
        "file": span.file.name,
        "start": {"line": span.start.line, "column": span.start.column},
        "end": {"line": span.end.line, "column": span.end.column},
    }
