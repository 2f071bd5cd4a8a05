"""English forms that a stemmer leaves apart: irregular verbs and plurals, numbers in words."""

from __future__ import annotations

# base: other forms
_VERBS = """
arise arose arisen|beat beaten|become became|begin began begun|bend bent|bite bit bitten|bleed bled|blow blew blown
break broke broken|bring brought|build built|burn burnt|buy bought|catch caught|choose chose chosen|come came
creep crept|cut cuts|deal dealt|dig dug|draw drew drawn|drink drank drunk|drive drove driven|eat ate eaten
fall fell fallen|feed fed|feel felt|fight fought|find found|flee fled|fly flew flown|forbid forbade forbidden
forget forgot forgotten|forgive forgave forgiven|freeze froze frozen|give gave given|go went gone|grow grew grown
hang hung|hear heard|hide hid hidden|hold held|keep kept|kneel knelt|know knew known|lay laid|lead led|learn learnt
leave left|lend lent|light lit|lose lost|make made|mean meant|meet met|pay paid|ride rode ridden|ring rang rung
rise rose risen|run ran|say said|see saw seen|seek sought|sell sold|send sent|shake shook shaken|shine shone
shoot shot|show shown|shrink shrank shrunk|sing sang sung|sink sank sunk|sit sat|sleep slept|slide slid
speak spoke spoken|speed sped|spend spent|spring sprang sprung|stand stood|steal stole stolen|stick stuck
strike struck stricken|strive strove|swear swore sworn|sweep swept|swim swam swum|take took taken|teach taught
tear tore torn|tell told|think thought|throw threw thrown|understand understood|wake woke woken|wear wore worn
weave wove woven|weep wept|win won|withdraw withdrew withdrawn|write wrote written|overthrow overthrew overthrown
foresee foresaw foreseen|mislead misled|overcome overcame|override overrode overridden|oversee oversaw overseen
overtake overtook overtaken|rebuild rebuilt|redraw redrew redrawn|repay repaid|resell resold|retake retook retaken
rethink rethought|rewrite rewrote rewritten|uphold upheld|withhold withheld|withstand withstood
undergo underwent undergone|undertake undertook undertaken|die died dies dying|tie tied ties tying|lie lies lying
"""
_NOUNS = """
man men|woman women|child children|person people persons|foot feet|tooth teeth|mouse mice|goose geese|life lives
wife wives|knife knives|leaf leaves|thief thieves|wolf wolves|half halves|shelf shelves|loaf loaves|crisis crises
analysis analyses|basis bases|datum data|medium media|criterion criteria|phenomenon phenomena
"""


def _forms(table: str) -> dict[str, str]:
    groups = (group.split() for line in table.strip().splitlines() for group in line.split("|"))
    return {form: base for base, *forms in groups for form in forms}


VERB_FORMS = _forms(_VERBS)
"""Irregular form → base form, of verbs alone: “men” is no form of “to man”."""
BASE_FORMS = VERB_FORMS | _forms(_NOUNS)
"""Irregular form → base form."""

NUMBER_WORDS: dict[str, str] = {
    word: str(number)
    for number, word in enumerate(
        """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
        seventeen eighteen nineteen twenty""".split()
    )
    if number != 1  # “one” is a pronoun more often than a number
} | {"thirty": "30", "forty": "40", "fifty": "50", "sixty": "60", "seventy": "70", "eighty": "80", "ninety": "90"}
"""Number in words → digits."""
