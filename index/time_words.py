"""How English writes months, days, periods and numbers of them: patterns that answers and times are found by."""

from __future__ import annotations

MONTHS = tuple("January February March April May June July August September October November December".split())
DAYS = tuple("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())

MONTH = rf"(?:{'|'.join(MONTHS)}|(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.)"
DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
PERIOD = (
    r"(?:seconds?|minutes?|hours?|days?|nights?|weeks?|weekends?|months?|years?|decades?|century|centuries|season"
    r"|summer|winter|spring|autumn|fall)"
)
NUMBER_WORD = (
    r"(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    r"|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|several|tens|dozens?|hundreds?"
    r"|thousands?|millions?|half|a few|a dozen)\b"
)
CLOCK = r"\b\d{1,2}(?::\d\d)? ?(?:a\.?m\.?|p\.?m\.?)"
