"""The forms in which English writes times: where they stand in a text, and what they are made of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from index.intervals import Intervals
from index.time_words import CLOCK, DAY, MONTH, NUMBER_WORD

_SHORT_MONTH = r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b"
_ANY_MONTH = rf"(?:{MONTH}|{_SHORT_MONTH})"
_NTH = r"(?:st|nd|rd|th)?"
_DASH = r" ?[-–—/] ?"
_TO = rf"(?:{_DASH}| (?:to|through|until|till|and) )"
_YEAR = r"(?:1[0-9]|20|21)\d\d"
_SEASON = r"(?:summer|winter|spring|autumn|fall)"
_UNIT = r"(?:days?|nights?|weeks?|weekends?|fortnights?|months?|years?|decades?|century|centuries)"
_ANY_UNIT = rf"(?:seconds?|minutes?|hours?|mornings?|{_UNIT}|summers?|winters?|seasons?)"
_PART = r"(?:[Ee]arly|[Ll]ate|[Mm]id|[Ee]arlier|[Ll]ater)"
_LEAD = rf"(?:(?:(?:[Tt]he )?{_PART}[ -](?:in |on )?)|(?:[Tt]he )?(?:start|beginning|middle|end|eve) of )?"
_DAYTIME = r"(?:morning|afternoon|evening|night|lunchtime)"
_ABOUT = (
    r"(?P<about>(?:(?i:about|around|nearly|almost|roughly|approximately|some|over|under|at least|at most|just over|just under"
    r"|more than|less than|fewer than|up to|another) )?)"
)
_NUMBER = rf"(?P<number>\d{{1,3}}(?:,\d{{3}})*(?:\.\d+)?|(?i:(?:a )?couple of|(?:a )?few|a dozen|many|{NUMBER_WORD}(?:-[a-z]+)?))"
_ORDINAL = r"(?:\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty-first)"
_HOLIDAY = (
    r"(?:Christmas(?: Day| Eve)?|New Year[’']s(?: Day| Eve)?|Easter(?: Sunday| Monday)?|Good Friday|Ash Wednesday|Palm Sunday"
    r"|Black Friday|Boxing Day|Thanksgiving(?: Day)?|Halloween|Ramadan|Passover|Hanukkah|Yom Kippur|Diwali|Eid(?: al-\w+)?"
    r"|Valentine[’']s Day|Independence Day|Labor Day|Memorial Day|Super Tuesday|Election Day|the Fourth of July)"
)

_FORMS: dict[str, re.Pattern[str]] = {
    name: re.compile(rf"(?<![\w$€£-]){pattern}(?!\w)")
    for name, pattern in {
        "month_day": rf"(?:(?P<named>{DAY}),? )?{_LEAD}(?P<month>{_ANY_MONTH}) (?:the )?(?P<day>\d{{1,2}}){_NTH}(?!:\d|\d)"
        rf"(?:{_TO}(?P<until>\d{{1,2}}){_NTH}(?![\w:]))?(?:,? (?P<year>{_YEAR}))?",
        "day_month": rf"(?:(?P<named>{DAY}),? )?(?:the )?(?P<day>\d{{1,2}}){_NTH}(?:{_TO}(?P<until>\d{{1,2}}){_NTH})?(?: of)? "
        rf"(?P<month>{_ANY_MONTH})(?:,? (?P<year>{_YEAR}))?",
        "days": rf"(?P<day>\d{{1,2}}){_NTH} (?P<month>{_ANY_MONTH}){_TO}(?P<until>\d{{1,2}}){_NTH} (?P<month2>{_ANY_MONTH})"
        rf"(?:,? (?P<year>{_YEAR}))?",
        "months": rf"(?P<month>{_ANY_MONTH})(?:,? (?P<year2>{_YEAR}))?{_TO}(?P<month2>{_ANY_MONTH})(?:,? (?P<year>{_YEAR}))?",
        "month": rf"{_LEAD}(?P<month>{_ANY_MONTH})(?:(?: of)?,? (?P<year>{_YEAR}))?",
        "which_month": rf"(?:{_PART} )?(?P<which>[Ll]ast|[Nn]ext|[Tt]his|[Tt]he (?:previous|following)) (?P<month>{_ANY_MONTH})",
        "iso": r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)",
        "numeric": r"(?P<one>\d{1,2})(?P<sign>[./])(?P<two>\d{1,2})(?P=sign)(?P<year>\d{4}|\d\d)(?![./]\d)",
        "weekday": rf"{_LEAD}(?:(?P<which>[Ll]ast|[Nn]ext|[Tt]his|[Ee]very|[Ee]ach|[Tt]he (?:previous|following)) )?"
        rf"(?P<named>{DAY})(?P<plural>s?)(?: {_DAYTIME})?",
        "which_unit": rf"{_LEAD}(?P<which>[Ll]ast|[Nn]ext|[Tt]his|[Tt]he (?:previous|following|same|next|coming)|[Tt]hat (?:same )?)"
        rf" ?(?P<unit>day|week|weekend|month|year|decade|century|quarter|night|morning|afternoon|evening|{_SEASON})",
        "bare": rf"(?P<unit>{_ANY_UNIT}) (?P<way>ago|earlier|later)",
        "next_to": r"[Tt]he (?P<unit>day|night|week|month|year) (?P<way>before|after)",
        "window": rf"[Tt](?:he|his) (?P<way>last|past|next|coming|previous|following) {_ABOUT}(?:{_NUMBER} )?(?P<unit>{_ANY_UNIT})",
        "duration": rf"{_ABOUT}(?:[Tt]he |[Tt]hose |[Tt]hese )?{_NUMBER}[ -](?:(?:long|full|whole|more|straight|consecutive|further) )?"
        rf"(?P<unit>{_ANY_UNIT})(?: (?P<way>ago|earlier|later|before|after(?:wards?)?)\b)?",
        "year": rf"{_LEAD}(?P<year>{_YEAR})(?:(?P<decade>s)|{_DASH}(?P<until>{_YEAR}|\d\d)(?![\d,.]\d))?",
        "decade": rf"(?:[Tt]he )?(?:{_PART}[ -])?[’'](?P<short>\d0)s",
        "century": rf"(?:[Tt]he )?(?:{_PART}[ -])?(?P<ordinal>{_ORDINAL})[ -][Cc]entury",
        "part_of_year": rf"(?:[Tt]he )?(?P<part>first|second|third|fourth|final|last) (?P<size>quarter|half)(?: of (?P<year>{_YEAR}))",
        "season": rf"(?:[Tt]he )?{_LEAD}{_SEASON}(?: of|,)? {_YEAR}",
        "deictic": rf"(?:{_PART} )?(?:[Tt]he )?(?P<word>[Tt]oday|[Yy]esterday|[Tt]omorrow|[Tt]onight|day (?:before yesterday|after tomorrow))"
        rf"(?: {_DAYTIME})?",
        "weekend": rf"{_LEAD}[Tt]he weekend",
        "holiday": rf"(?:(?:[Ll]ast|[Tt]his|[Nn]ext) )?{_HOLIDAY}(?:,? {_YEAR})?",
        "clock": rf"(?:{CLOCK}(?!\w)|\d{{1,2}}[:.]\d\d ?(?:GMT|UTC|BST|CET|EST|EDT|PST|PDT|hrs|local time)|[01]?\d:[0-5]\d|2[0-3]:[0-5]\d"
        r"|[Nn]oon|[Mm]idday|[Mm]idnight|\d{1,2} o[’']clock)(?![:.]\d)(?: (?:GMT|UTC|BST|CET|EST|EDT|PST|PDT|ET|local time))?",
    }.items()
}

UNDATED = frozenset(["duration", "clock"])
"""Forms that say how long or at what hour, not on which day."""

# Words that are no time where nothing beside them says so.
_ALSO_WORDS = frozenset(["May", "March", "Mar", "Jan", "Jun", "Dec", "Sat", "Sun", "Apr", "Nov"])
_ALSO_NAMES = frozenset(["April", "May", "June", "August", "March", "Jan", "Jan."])
_BEFORE_MONTH = re.compile(
    r"(?:\b(?:[Ii]n|[Bb]y|[Ss]ince|[Uu]ntil|[Tt]ill|of|[Ff]rom|to|[Tt]hrough|[Dd]uring|[Bb]efore|[Aa]fter|[Ee]very|[Ee]ach|and|or|between"
    r"|[Tt]hroughout|[Tt]his|[Ll]ast|[Nn]ext|for|the|around|a) )$"
)
_BEFORE_YEAR = re.compile(
    r"(?:\b(?:[Ii]n|[Bb]y|[Ss]ince|[Uu]ntil|[Tt]ill|of|[Ff]rom|to|[Tt]hrough|[Dd]uring|[Bb]efore|[Aa]fter|and|or|between|around|[Cc]irca"
    r"|the|[Aa]n?|its|his|her|their|our|this|year|season|spring|summer|autumn|fall|winter|late|early|following|than|mid|as"
    r"|[Tt]hroughout|Christmas|over)[ -]|[’']s? )$"
)
_SURELY_BEFORE_YEAR = re.compile(r"\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Cc]irca|year|AD) $")
_ENDS = re.compile(r"[,.;:)\]—–]| (?:and|or) \d{4}\b|$")
_SINGULAR = re.compile(
    r" (?!and\b|or\b|were\b|are\b|of\b|in\b|on\b|at\b|to\b|more\b|other\b)[a-z]+(?<!s)\b(?! (?:people|men|women))"
)
_NO_YEAR_AFTER = re.compile(
    r"[ -](?:(?:[a-z]+[ -]){0,1}(?:people|troops|soldiers|men|women|children|dollars|pounds|euros|percent|metres|meters|kilometres|kilometers|miles"
    r"|feet|tons|tonnes|acres|hectares|jobs|homes|houses|votes|seats|times|words|points|calories|words|employees|workers|students|members"
    r"|deaths|cases|years|days|hours|kg|km|mph|MHz|ft|m)\b)|%|,\d"
)
_NO_YEAR_BEFORE = re.compile(
    r"\b(?:[Rr]esolution|[Ff]light|[Rr]oute|[Rr]oom|Highway|Interstate|Boeing|Airbus|[Nn]umber|No\.|[Pp]age|[Aa]rticle|[Ss]ection|[Pp]ort"
    r"|RFC|ISO|Windows|Model) $"
)
_BEFORE_CLOCK = re.compile(
    r"\b(?:[Aa]t|[Bb]y|[Uu]ntil|[Ss]ince|[Ff]rom|[Bb]efore|[Aa]fter|[Aa]round|about|to|between|and) $"
)
_PAPERS = re.compile(
    r" (?:Times|Mirror|Express|Mail|Telegraph|Post|Herald|Independent|World|Sun|Star|Night (?:Live|Football)|School)\b"
)
_AGED = re.compile(r"(?:[ -]olds?\b|,? of age\b|[ -]sentence)")


@dataclass(frozen=True, slots=True)
class Form:
    """Characters `start` to `end` that write a time; `parts` are what its form names, such as day, month and year."""

    kind: str
    start: int
    end: int
    parts: Mapping[str, str]


def find_forms(text: str, taken: Intervals) -> list[Form]:
    """The times written in a text, left to right, none overlapping; the longest where several readings start together.

    `taken`: stretches that are something else, such as people's names.
    """
    every = [f for kind, pattern in _FORMS.items() for m in pattern.finditer(text) if (f := _form(kind, m, text))]
    every.sort(key=lambda f: (f.start, -f.end))
    kept: list[Form] = []
    for form in every:
        if (not kept or form.start >= kept[-1].end) and not taken.meet(form.start, form.end):
            kept.append(form)
    return list(_joined(text, kept))


def _form(kind: str, match: re.Match[str], text: str) -> Form | None:
    parts = {k: v for k, v in match.groupdict().items() if v}
    start, end = match.span()
    before, after = text[max(0, start - 24) : start], text[end : end + 40]
    if kind in ("month", "months") and not {"year", "year2"} & parts.keys():
        bare = match.start("month") == start
        if bare and parts["month"] in _ALSO_WORDS and not _BEFORE_MONTH.search(before):
            return None
        if parts.get("month2", parts["month"]) in _ALSO_NAMES and re.match(r" [A-Z]", after):
            return None
    if kind in ("month_day", "day_month") and int(parts["day"]) > 31:
        return None
    if kind == "year" and not _is_year(match, parts, before, after):
        return None
    if kind in ("weekday", "month") and _PAPERS.match(after):
        return None
    if kind == "duration":
        if "way" in parts:
            kind = "ago" if parts["way"] == "ago" else "offset"
        elif not _is_duration(parts, before, after):
            return None
    if kind == "clock" and re.fullmatch(r"\d+:\d\d", match[0]) and not _BEFORE_CLOCK.search(before):
        return None
    if kind == "which_unit" and re.match(r"[ -](?:old|round|long|end)\b", after):
        return None
    if kind == "which_unit" and parts["unit"] == "fall" and re.match(r" (?:in|of) ", after):
        return None
    if kind == "deictic" and match[0][0].isupper() and not _opens(text, start, end):
        return None
    return Form(kind, start, end, parts)


def _opens(text: str, start: int, end: int) -> bool:
    """Whether a sentence starts here; else a capital makes it the name of a newspaper or a show."""
    before = text[max(0, start - 8) : start].rstrip(" “\"‘'«")
    return (not before or before[-1] in ".!?…:—") and text[end : end + 1] not in tuple("”\"’'»")


def _is_year(match: re.Match[str], parts: Mapping[str, str], before: str, after: str) -> bool:
    if "decade" in parts or match.start("year") > match.start():
        return True
    if _NO_YEAR_BEFORE.search(before) or _NO_YEAR_AFTER.match(after):
        return False
    if "until" in parts and len(parts["until"]) == 2 and int(parts["until"]) <= int(parts["year"][2:]):
        return False
    if parts["year"] < "1500":
        return bool(_SURELY_BEFORE_YEAR.search(before))
    if re.search(r"(?:^|[(,;:—–-] ?)$", before):
        return bool(_ENDS.match(after))
    return bool(_BEFORE_YEAR.search(before)) or (parts["year"] >= "1900" and bool(_SINGULAR.match(after)))


def _is_duration(parts: Mapping[str, str], before: str, after: str) -> bool:
    if _AGED.match(after) or re.search(r"(?:\b(?:aged?|once|twice|times|per|[Oo]ne)|[$€£\d]) $", before):
        return False
    if parts["number"].lower() in ("a", "an", "one", "half"):
        # “A day”, “a minute” are figures of speech, unless something measures with them.
        return bool(
            parts.get("about")
            or re.search(r"\b(?:[Ff]or|[Ii]n|[Ww]ithin|[Oo]ver|[Aa]fter|[Dd]uring|than|[Ll]asted) $", before)
        )
    return True


_BETWEEN = re.compile(r"(?:,? (?:on |at |of |the )?|, )$")


def _joined(text: str, forms: Iterable[Form]) -> Iterable[Form]:
    """“9 a.m. on Thursday” and “Tuesday last week” are one time each."""
    kept: list[Form] = []
    for form in forms:
        last = kept[-1] if kept else None
        if last and _BETWEEN.fullmatch(text, last.end, form.start):
            kinds = (last.kind, form.kind)
            if (
                "clock" in kinds
                and kinds != ("clock", "clock")
                and not {"duration", "offset", "ago", "year"} & set(kinds)
            ):
                dated = form if last.kind == "clock" else last
                kept[-1] = replace(dated, start=last.start, end=form.end)
                continue
            if kinds == ("weekday", "which_unit") and form.parts["unit"] == "week" and "which" not in last.parts:
                kept[-1] = Form("day_of_week", last.start, form.end, {**form.parts, **last.parts})
                continue
        kept.append(form)
    return kept
