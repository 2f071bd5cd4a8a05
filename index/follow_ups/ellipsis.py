"""Messages that are only a part of a question, and the question that they make with the one before them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.follow_ups import rephrase, statement, substitution
from index.follow_ups.attributes import attribute_asked, measure_asked, membership_asked
from index.follow_ups.bare_pronoun import PRONOUN_ALONE, with_pronoun
from index.follow_ups.carried import measure_carried
from index.follow_ups.clause import Clause, Phrase
from index.follow_ups.happening import Does, befell
from index.follow_ups.infinitive import with_infinitive
from index.follow_ups.lead import LEAD
from index.follow_ups.narration import continued
from index.follow_ups.possessor import of_another
from index.follow_ups.question_form import AUXILIARIES, QUESTION_WORDS, bare
from index.follow_ups.question_part import PART_OF_THEM, asked_anew, counted_again, question_part
from index.follow_ups.reaction import reacted_to
from index.follow_ups.referents import PREPOSITIONS
from index.follow_ups.sluicing import found_out, sluiced
from index.follow_ups.substitution import Likeness
from index.follow_ups.tense import in_past, is_gone, since, with_predecessor, with_verb
from index.language import STOP_WORDS
from index.lexicon import is_role, words
from index.named import Names
from index.verbs import SINGULAR, is_participle, verb

_WHAT_ABOUT = re.compile(LEAD + r"(?:what|how|wat) (?:about|of|abt) (?P<rest>.+)", re.IGNORECASE)
_AND = re.compile(r"\W*(?:(?:and|or|but|plus|also)\b[\s,]*)+(?P<rest>.+)", re.IGNORECASE)
_IF = re.compile(LEAD + r"(?:what )?(?P<rest>if\b.+)", re.IGNORECASE)
_TAKING = re.compile(
    r"(?P<asked>how long|how many \w+|how much time) (?P<taking>did|does|will) (?:it|that|this)(?: all)? take(?: (?:him|her|them))?",
    re.IGNORECASE,
)
_OTHER_TIME = re.compile(
    r"(?:before|after|afterwards|earlier|later|previously|nowadays|before (?:that|then|this))", re.IGNORECASE
)
_TOTAL = re.compile(
    r"(?P<part>(?:for )?how (?:much|many)) (?P<total>in total|in all|altogether|overall)", re.IGNORECASE
)
_LONGEST = 8
"""Words of a message that is only a part."""


def completed(
    message: str,
    before: Clause,
    answer: str | None,
    names: Sequence[Names],
    like: Likeness,
    does: Does,
    meant: Sequence[str] = (),
) -> str | None:
    """The whole question that a part stands for after the question `before` and its short answer; None for a whole one.

    `meant`: what the pronouns of the message stand for.
    """
    if len(message.split()) > _LONGEST + 4:
        return None
    condition = _IF.fullmatch(message)
    if condition:
        return _on_condition(bare(condition["rest"]), before, message)
    about = _WHAT_ABOUT.fullmatch(message)
    joined = _AND.fullmatch(message)
    given = Clause(about["rest"] if about else message, names)
    told = (
        sluiced(given, before, answer)
        or found_out(given, before)
        or continued(message, before, answer)
        or of_another(given, before)
        or attribute_asked(message, before)
        or measure_asked(given, before, answer)
        or measure_carried(given, before)
        or membership_asked(given, before, answer)
        or with_pronoun(message, before)
        or reacted_to(given, before, meant)
        or statement.doing_so(given, before)
        or with_infinitive(given, before, answer)
    )
    if told is not None:
        return told
    if not given.tokens or len(given.tokens) > _LONGEST:
        return None
    if _OTHER_TIME.fullmatch(given.text):
        return rephrase.at_another_time(before, given.text.split()[0])
    taking = _TAKING.fullmatch(given.text)
    if taking and before.verb is not None:
        return statement.duration(before, taking["asked"], taking["taking"].lower(), answer)
    total = _TOTAL.fullmatch(given.text)
    if total and before.lower[:2] in (["how", "many"], ["how", "much"]) and not total["part"].lower().startswith("for"):
        return f"{before.text} {total['total']}"
    if total:
        return f"{asked_anew(total['part'], Clause(total['part'], names), before, answer)} {total['total']}"
    another = with_predecessor(given, before) or (with_verb(given, before) if joined else None)
    if another is not None:
        return another
    counted = None if about else counted_again(given, before)
    if counted is not None:
        return counted
    part = PART_OF_THEM.fullmatch(given.text)
    if part and not about:
        counting = before.lower[:2] == ["how", "many"]
        return f"{before.text if counting else rephrase.with_number(before, 'how many', answer)} {part['rest']}"
    refused = None if about else _why_not(given, before, like, does)
    if refused is not None:
        return refused
    asked = None if about else question_part(given, before, answer)
    if asked is not None:
        return since(asked_anew(asked, given, before, answer), before)
    if _is_phrase(given, bool(about), bool(joined), message):
        return _about_phrase(given, before, like, does)
    return None


def is_another_phrase(message: str, names: Sequence[Names]) -> bool:
    """“and the crew?”, “what about her”: something else to ask the same about."""
    about = _WHAT_ABOUT.fullmatch(message)
    given = Clause(about["rest"] if about else message, names)
    if PRONOUN_ALONE.fullmatch(message):
        return True
    if not given.tokens or len(given.tokens) > _LONGEST or _OTHER_TIME.fullmatch(given.text):
        return False
    return _is_phrase(given, bool(about), bool(_AND.fullmatch(message)), message)


def leading_phrase(given: Clause) -> Phrase | None:
    """“for the rebels”, of “and for the rebels?”: the first phrase, where it stands after a preposition."""
    phrase = given.phrases[0] if given.phrases else None
    return phrase if phrase is not None and phrase.preposition else None


def _is_phrase(given: Clause, about: bool, joined: bool, message: str) -> bool:
    """Names and nouns alone, “in July”, “before”: no verb, no question word, no auxiliary."""
    tokens = given.tokens
    if any(t.lower in QUESTION_WORDS or t.lower in AUXILIARIES or t.tag in "ro" for t in tokens):
        return False
    if not about and any(
        t.tag == "n" and i and is_participle(t.lower) and tokens[i - 1].tag not in "d#" for i, t in enumerate(tokens)
    ):
        return False
    if not any(t.lower not in STOP_WORDS for t in tokens) and not given.phrases:
        return False
    if about or joined:
        return bool(given.phrases)
    first = tokens[0]
    if len(tokens) > 4 or not given.phrases:
        return False
    alone = len(given.phrases) == 1 and given.phrases[0].last == len(tokens)
    phrase = given.phrases[0]
    named = alone and (phrase.named is not None or phrase.kind == "time") and phrase.first == (first.tag == "p")
    return alone and (named or (("?" in message) and (first.tag == "p" or first.lower in ("the", "these", "those"))))


def _about_phrase(given: Clause, before: Clause, like: Likeness, does: Does) -> str:
    phrase = given.phrases[0] if given.phrases else None
    if phrase is not None and phrase.kind == "time" and is_gone(given.text):
        before = in_past(before)
    role = phrase is not None and is_role(given.lower[phrase.last - 1])
    doing = phrase and (phrase.kind == "person" or role) and before.subject_asked and before.kind == "who"
    if doing and not any(p.kind == "person" for p in before.phrases):
        return rephrase.with_question_word(before, "", given.text)  # “did Zelensky visit Kyiv”
    placed = (
        phrase is not None
        and (phrase.preposition or phrase.kind == "place")
        and before.aux == before.wh
        and before.verb is not None
    )
    if placed and before.kind == "where" and phrase is not None and phrase.kind != "time" and not _has_place(before):
        joint = "" if phrase.preposition else "in "
        return (
            f"{rephrase.without_question_word(before, None)} {joint}{given.text}"  # “did they hire workers in Thornby”
        )
    told = befell(before, given, phrase, does) if phrase is not None else None
    whole = told or substitution.with_phrase(before, given, phrase, like)
    if phrase is not None and _is_whether(before, given, phrase, does):
        return whole[len("why ") :]
    return whole


def _why_not(given: Clause, before: Clause, like: Likeness, does: Does) -> str | None:
    """“why wasn't Quill for the bridge”, for “why not Quill?” after “was Burrow for the bridge”; None where nobody is named."""
    if given.lower[:2] != ["why", "not"] or len(given.tokens) < 3:
        return None
    other = Clause(given.words(2, len(given.tokens)), given.names)
    phrase = other.phrases[0] if other.phrases else None
    if phrase is None or phrase.last - phrase.first != len(other.tokens):
        return None
    if phrase.named is None and not _is_somebody(other, phrase) and other.head(phrase) not in words("bodies"):
        return None
    if not phrase.preposition and (before.subject_asked or before.kind in ("who", "whom", "which")):
        whole = rephrase.without_question_word(before, other.text)
    elif _is_somebody(other, phrase) and (taking := _side_taken(before)) is not None:
        whole = f"{SINGULAR.get(before.lower[0], before.lower[0])} {other.text} {taking}"
    else:
        whole = _about_phrase(other, before, like, does)
    return None if whole.endswith(f" about {other.text}") else rephrase.negated(Clause(whole, before.names))


def _side_taken(before: Clause) -> str | None:
    """“for the bridge”, of “were the islanders for the bridge”; None where nobody was for or against anything."""
    side = next((i for i, w in enumerate(before.lower) if w in ("for", "against")), len(before.tokens))
    if before.kind != "yes_no" or before.verb is not None or side < 2 or side + 1 >= len(before.tokens):
        return None
    subject = next((p for p in before.phrases if p.first == 1), None)
    return before.words(side, len(before.tokens)) if subject is not None and subject.last == side else None


def _is_whether(before: Clause, given: Clause, phrase: Phrase, does: Does) -> bool:
    """“and Castle?” after “why was Thorne refused bail”: whether he was too, unless the article says that he was."""
    if before.kind != "why" or before.wh != 1 or before.aux is None or before.verb is None or phrase.preposition:
        return False
    subject = next((p for p in before.phrases if p.first == before.aux + 1), None)
    if subject is None or not _is_somebody(before, subject) or not _is_somebody(given, phrase):
        return False
    base = (verb(before.lower[before.verb]) or ("", ""))[0]
    return "n't" not in before.lower[before.aux] and not does(given.words(phrase.first, phrase.last), base)


def _is_somebody(clause: Clause, phrase: Phrase) -> bool:
    head = clause.head(phrase)
    return phrase.kind == "person" or (phrase.named is None and is_role(head) and head not in words("bodies"))


def _has_place(before: Clause) -> bool:
    return any(p.preposition in PREPOSITIONS and p.kind != "time" for p in before.phrases)


def _on_condition(condition: str, before: Clause, message: str) -> str | None:
    """“and if that is equal too?” after “what happens if there is a tie”."""
    if re.match(r"\W*(?:and |but |so |ok |or )*what if\b", message, re.IGNORECASE) or len(condition.split()) < 2:
        return None
    if "," in condition or any(w in QUESTION_WORDS for w in condition.lower().split()):
        return None
    at = next((i for i, w in enumerate(before.lower) if w == "if"), None)
    return f"{before.words(0, at)} {condition}" if at else f"what happens {condition}"
