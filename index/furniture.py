"""What stands around an article's body and how it looks: bylines, date lines, notes on the author."""

from __future__ import annotations

import re

BYLINE = re.compile(
    r"(?:(?:written|words|story|text|posted|reported|reporting) )?by:? +(?-i:[A-Z@])|(?:authors?|writers?|byline) ?: *\S",
    re.IGNORECASE,
)
DATE_LINE = re.compile(
    r"(?:(?:published|posted|updated|last updated|date|first published)\b.{0,60}\d"
    r"|(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:\d{1,2}(?:st|nd|rd|th)? )?"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? (?:\d{1,2}(?:st|nd|rd|th)?,? )?\d{4}\b.{0,25}"
    r"|\d{4}-\d\d-\d\d.{0,25}|\d{1,2}[./]\d{1,2}[./]\d{2,4}.{0,25})$",
    re.IGNORECASE,
)
NOTE = re.compile(
    r"about the authors?\b|(?:this|the) (?:article|story|post|piece|report) (?:was|is|has been|first|originally|appeared)\b"
    r"|(?:additional|with) reporting by\b|.{3,60} contributed to this (?:report|article|story)|follow .{2,40} on (?:twitter|x)\b"
    r"|editor['’]s note\b",
    re.IGNORECASE,
)
