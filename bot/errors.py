"""Errors that a person can mend, and the id that ties a report to the log."""

from __future__ import annotations

import secrets


class UsageError(Exception):
    """Something that was typed cannot be done; the message is one sentence that says what to do."""


def error_id() -> str:
    """A short id that the one who met a bug is shown, and that stands beside its traceback in the log."""
    return secrets.token_hex(4)
