"""Discord's error bodies."""

from __future__ import annotations

from typing import Any


class Refusal(Exception):  # noqa: N818 - it is an answer before it is an error
    """What Discord answers to a request that it does not carry out."""

    def __init__(self, status: int, code: int, message: str, errors: dict[str, Any] | None = None) -> None:
        super().__init__(f"{status} {code}: {message} {errors or ''}")
        self.status = status
        self.headers: dict[str, str] = {}
        self.body: dict[str, Any] = {"message": message, "code": code}
        if errors:
            self.body["errors"] = errors


def rate_limited(seconds: float, message: str = "You are being rate limited.") -> Refusal:
    """Too much at once, to be tried again after some seconds; `Via` tells it from a ban by the network in front."""
    refusal = Refusal(429, 0, message)
    refusal.body |= {"retry_after": seconds, "global": False}
    refusal.headers = {"Retry-After": f"{seconds:.3f}", "X-RateLimit-Scope": "user", "Via": "1.1 fake"}
    return refusal


def unauthorized() -> Refusal:
    return Refusal(401, 0, "401: Unauthorized")


def unknown(what: str) -> Refusal:
    codes = {"Channel": 10003, "Guild": 10004, "Message": 10008, "Webhook": 10015, "Interaction": 10062}
    return Refusal(404, codes[what], f"Unknown {what}")


def missing_access() -> Refusal:
    return Refusal(403, 50001, "Missing Access")


def already_acknowledged() -> Refusal:
    return Refusal(400, 40060, "Interaction has already been acknowledged.")


def empty_message() -> Refusal:
    return Refusal(400, 50006, "Cannot send an empty message")


class Form:
    """Collects what is wrong with a body, by path, into Discord's nested form."""

    def __init__(self) -> None:
        self.errors: dict[str, Any] = {}

    def wrong(self, path: str, code: str, message: str) -> None:
        """Notes one fault; `path` is written `data.embeds.0.title`."""
        node = self.errors
        for step in path.split("."):
            node = node.setdefault(step, {})
        node.setdefault("_errors", []).append({"code": code, "message": message})

    def length(self, path: str, text: object, most: int, least: int = 0) -> None:
        """A string of `least` to `most` characters, counted as UTF-16 units: the strictest reading of the docs."""
        if text is None and least == 0:
            return
        if not isinstance(text, str):
            self.wrong(path, "BASE_TYPE_REQUIRED", "This field is required")
            return
        size = len(text.encode("utf-16-le", "surrogatepass")) // 2
        if least and not text.strip():
            self.wrong(path, "BASE_TYPE_REQUIRED", "This field is required")
        elif size > most and least:
            self.wrong(path, "BASE_TYPE_BAD_LENGTH", f"Must be between {least} and {most} in length.")
        elif size > most:
            self.wrong(path, "BASE_TYPE_MAX_LENGTH", f"Must be {most} or fewer in length.")

    def count(self, path: str, items: object, most: int) -> list[Any]:
        """A list of at most `most` items; returns it, or an empty list for what is none."""
        if items is None:
            return []
        if not isinstance(items, list):
            self.wrong(path, "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType")
            return []
        if len(items) > most:
            self.wrong(path, "BASE_TYPE_MAX_LENGTH", f"Must be {most} or fewer in length.")
        return items

    def check(self) -> None:
        """Raises Refusal 50035 where anything was wrong."""
        if self.errors:
            raise Refusal(400, 50035, "Invalid Form Body", self.errors)
