"""Questions of the sets asked again in another person's words: `wordings.jsonl`, one a line, the question's `id` and `also`.

Those of the questions in contrast stand beside them (`contrast.py`).
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from .data import Article

WORDINGS = Path(__file__).parent / "wordings.jsonl"


def with_wordings(articles: Iterable[Article], path: Path = WORDINGS) -> list[Article]:
    """The same articles, their questions with the wordings that were written for them."""
    known = _read(path)
    return [
        replace(a, questions=[replace(q, also=(*q.also, *known.get(q.id, ()))) for q in a.questions]) for a in articles
    ]


@lru_cache
def _read(path: Path) -> dict[str, tuple[str]]:
    rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return {row["id"]: (row["also"],) for row in rows}
