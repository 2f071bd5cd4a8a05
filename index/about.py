"""Questions about the article itself: who wrote it, what it is called."""

from __future__ import annotations

import re

from index.article import Place

_IT = r"(?:this|it|(?:this|the|that|your|our) (?:news )?(?:article|story|piece|text|post|report|page))"
_WRITER = r"(?:author|writer|journalist|reporter|byline)"
_IS = r"(?:['’]?s| is| was| are)"
_LEAD = r"\W*(?:(?:so|and|ok|hey|also),? )?(?:(?:can|could) you )?(?:(?:tell|show|give) me )?"

_ASKED: tuple[tuple[Place, re.Pattern[str]], ...] = (
    (
        "byline",
        re.compile(
            rf"{_LEAD}(?:"
            rf"who (?:wrote|penned|authored|has written) {_IT}"
            rf"|(?:by whom|who) (?:is|was) {_IT} (?:written )?by|(?:by )?whom? (?:is|was) {_IT} written(?: by)?"
            rf"|(?:who{_IS} )?(?:the )?{_WRITER}s?(?:['’]?s)?(?: name)?(?: (?:of|behind|for|who wrote) {_IT})?"
            rf"|what{_IS} (?:the )?(?:name of the )?{_WRITER}(?:['’]?s)?(?: name)?(?: of {_IT})?"
            rf"|{_IT}['’]?s {_WRITER}"
            r")\W*"
        ),
    ),
    (
        "title",
        re.compile(
            rf"{_LEAD}(?:(?:what{_IS} )?(?:the |its )?(?:title|headline)(?: of {_IT})?"
            rf"|what (?:is|was) {_IT} (?:called|titled|entitled)|{_IT}['’]?s (?:title|headline))\W*"
        ),
    ),
    (
        "deck",
        re.compile(
            rf"{_LEAD}(?:what{_IS} )?(?:the |its )?(?:deck|sub-?title|sub-?headline|standfirst)(?: of {_IT})?\W*"
        ),
    ),
)


def place_asked_for(question: str) -> Place | None:
    """Byline, title or deck where the question (lower case, single blanks) asks for just that; else None."""
    return next((place for place, pattern in _ASKED if pattern.fullmatch(question)), None)
