"""“and Castle?” after “why …”: what is new of another person is whether it is so."""

from __future__ import annotations

import pytest

from index.follow_ups.follow_up import resolve
from tests.index.follow_ups.bridge import LIBRARY, turn


@pytest.mark.parametrize(
    ("before", "message", "question"),
    [
        ("why was burrow refused bail", "and quill?", "Was quill refused bail?"),
        ("why did Burrow smile", "and Quill?", "Did Quill smile?"),
        ("why did Burrow call the ferry a museum", "what about Quill", "Did Quill call the ferry a museum?"),
        ("why did the mayor resign", "and the deputy?", "Did the deputy resign?"),
        ("why did Quill refuse to pay", "and the builders?", "Did the builders refuse to pay?"),
        # The article says that it is so: why, then.
        ("why did Burrow thank the builders", "and Quill?", "Why did Quill thank the builders?"),
        ("why did Quill say the bridge was late", "and Burrow?", "Why did Burrow say the bridge was late?"),
        # Not of somebody, not why, or why not.
        ("why did the ferry stop", "and the bridge?", "Why did the bridge stop?"),
        ("why did the council refuse to pay", "and the audit office?", "Why did the audit office refuse to pay?"),
        ("when did Burrow smile", "and Quill?", "When did Quill smile?"),
        ("why didn't Burrow go", "and Quill?", "Why didn't Quill go?"),
    ],
)
def test_whether_another_did_so_is_asked(before: str, message: str, question: str) -> None:
    assert resolve(message, [turn(before, "Monday")], LIBRARY).question == question
