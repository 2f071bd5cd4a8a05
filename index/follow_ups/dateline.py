"""Where a newspaper's paragraph was written: “PARIS - ”, “ASHGROVE, Ohio (AP) — ”. Nobody is spoken of by it."""

from __future__ import annotations

import re

from index.article import Citation
from index.library import Library

_DATELINE = re.compile(
    r"[A-Z][A-Z’'. -]*[A-Z](?:, [A-Z][\w. ]+)?(?:, \w+\.? \d{1,2})?(?: \([\w. ]+\))? ?(?:[-–—]+|:) ?(?=\S)"
)


def is_dateline(library: Library, span: Citation) -> bool:
    """Whether a short answer lies in the dateline of its paragraph."""
    found = _DATELINE.match(library.entry(span.article).article.at(span.place).text)
    return found is not None and span.end <= found.end()


def without_dateline(text: str) -> str:
    """A paragraph's first sentence without it; another as it is."""
    found = _DATELINE.match(text)
    return text[found.end() :] if found else text
