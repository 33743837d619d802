"""A learning record store: statements go out to it by xAPI's own way, and it says what it made of them.

Nothing here is done unless somebody gives its address.
"""

import base64
import json
from collections.abc import Sequence
from email.message import Message
from http.client import HTTPException
from ipaddress import ip_address
from typing import IO
from urllib.error import HTTPError, URLError
from urllib.parse import SplitResult, urlsplit, urlunsplit
from urllib.request import HTTPRedirectHandler, OpenerDirector, ProxyHandler, Request, build_opener

from sidelight.errors import UsageError
from sidelight.exporting.sending import Reply
from sidelight.exporting.xapi import Statement

_VERSION = "1.0.3"
_SECONDS = 30
_STATEMENTS = "/statements"
_MUCH = 600
"""Characters of a store's own words that are worth showing."""


class Store:
    """A store at an address, with the name and password it knows us by."""

    def __init__(self, address: str, user: str = "", password: str = "") -> None:
        self.address = endpoint(address)
        self._headers = {"Content-Type": "application/json", "X-Experience-API-Version": _VERSION}
        if user:
            both = base64.b64encode(f"{user}:{password}".encode()).decode("ascii")
            self._headers["Authorization"] = f"Basic {both}"
        self._opener = _opener(is_loopback(urlsplit(self.address)))

    def post(self, statements: Sequence[Statement]) -> Reply:
        """Give statements to the store, all or none."""
        body = json.dumps(statements, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
        request = Request(self.address, body, self._headers, method="POST")  # noqa: S310 - its scheme was checked
        try:
            with self._opener.open(request, timeout=_SECONDS) as answer:
                return Reply(answer.status)
        except HTTPError as error:
            with error:
                return Reply(error.code, _words(error))
        except (URLError, HTTPException, OSError) as error:
            reason = error.reason if isinstance(error, URLError) else error
            return Reply(0, str(getattr(reason, "strerror", None) or reason))


def is_loopback(address: SplitResult) -> bool:
    """Whether what is sent there stays on this machine."""
    host = address.hostname or ""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def endpoint(address: str) -> str:
    """The address statements go to; refused if what is sent could be read on the way."""
    parts = _parts(address)
    if parts is None:
        raise UsageError(
            f'"{address}" is not the address of a learning record store',
            "give its xAPI endpoint, such as https://lrs.example.org/xAPI",
        )
    if parts.username is not None or parts.password is not None:
        raise UsageError(
            "an address with a password in it can be read by others on this machine",
            "give the name with --user; the password is asked for, or read from SIDELIGHT_LRS_PASSWORD",
        )
    if parts.scheme == "http" and not is_loopback(parts):
        raise UsageError(
            f"what is sent to {parts.hostname} by plain http can be read on the way",
            "use its https address; plain http is only for a store on this machine",
        )
    path = parts.path.rstrip("/").removesuffix(_STATEMENTS) + _STATEMENTS
    return urlunsplit((parts.scheme, parts.netloc, path, "", ""))


def _parts(address: str) -> SplitResult | None:
    """The parts of a web address; None if it is none."""
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return None
    usable = parts.scheme in ("http", "https") and parts.hostname and port != 0 and address.isprintable()
    return parts if usable and " " not in address else None


class _StaysThere(HTTPRedirectHandler):
    """Follows nobody elsewhere, least of all with a password."""

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: Message, newurl: str
    ) -> None:
        """Take a redirection for the refusal it then is."""


def _opener(loopback: bool) -> OpenerDirector:  # noqa: FBT001 - said of the address
    """What is for this machine goes through no proxy, which would be another machine."""
    proxies = [ProxyHandler({})] if loopback else []
    return build_opener(_StaysThere, *proxies)


def _words(error: HTTPError) -> str:
    """Why, as far as the store says so."""
    try:
        said = error.read(10_000).decode("utf-8", "replace")
    except (HTTPException, OSError):
        said = ""
    return " ".join(said.split())[:_MUCH] or str(error.reason)
