"""A learning record store on this machine, as small as one can be, for tests of sending."""

import base64
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import Any

Batch = list[dict[str, Any]]


class SmallStore(HTTPServer):
    """Keeps statements by id. `answers` may give a status of its own for a batch, or None to take it."""

    def __init__(self, answers: Callable[[Batch], int | None]) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.answers = answers
        self.kept: dict[str, dict[str, Any]] = {}
        self.requests: list[dict[str, str]] = []

    @property
    def address(self) -> str:
        """Its endpoint."""
        return f"http://127.0.0.1:{self.server_port}/xAPI"

    @property
    def user(self) -> str:
        """The name and password of the last request."""
        return base64.b64decode(self.requests[-1]["authorization"].removeprefix("Basic ")).decode()


class _Handler(BaseHTTPRequestHandler):
    server: SmallStore

    def do_POST(self) -> None:
        batch: Batch = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.requests.append(
            {"path": self.path, **{key.lower(): self.headers[key] for key in self.headers}}
        )
        status = self.server.answers(batch)
        if status is None:
            changed = [each for each in batch if self.server.kept.get(each["id"], each) != each]
            status = 409 if changed else 200
        if status == 200:
            self.server.kept |= {each["id"]: each for each in batch}
        self.send_response(status)
        if status in (301, 307):
            self.send_header("Location", "http://127.0.0.1:1/elsewhere")
        self.end_headers()
        self.wfile.write(b'{"detail": "because \x1b[31m of this"}')

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's own name
        """Keep quiet."""


@contextmanager
def store(answers: Callable[[Batch], int | None] = lambda _: None) -> Iterator[SmallStore]:
    """A store that runs meanwhile."""
    found = SmallStore(answers)
    thread = Thread(target=found.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield found
    finally:
        found.shutdown()
        thread.join()
        found.server_close()
