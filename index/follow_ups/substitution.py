"""A question with another phrase in place of one of its own: what “and the US?” asks."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from index.follow_ups.clause import Clause, Phrase, is_plural
from index.follow_ups.rephrase import TIMES, counting_noun, elided_noun, with_question_word
from index.follow_ups.subject import of_somebody, within_subject
from index.lexicon import is_role
from index.verbs import PLURAL, SINGULAR

Likeness = Callable[[str, str], float]
"""How near two words are in meaning, -1 to 1."""


_WITHOUT_IN = frozenset("last next this that yesterday today tomorrow tonight now currently nowadays".split())
"""What begins a time that stands after no preposition: “last year”."""
_DETERMINED = frozenset("the this that these those his her its their".split())
_NAMES = ("person", "place", "name")


def with_phrase(clause: Clause, given: Clause, phrase: Phrase | None, like: Likeness) -> str:
    """The question with the given words in place of its phrase of the same kind; else “about” them.

    `phrase`: what the given words are, with the preposition they stand after.
    """
    words = given.text
    if phrase is not None and given.lower[phrase.last - 1] in ("others", "rest"):
        noun = elided_noun(clause) or _last_noun(clause)
        words = f"the other {noun}" if noun else words
    target = _target(clause, given, phrase, like)
    if target is None:
        joint = "" if phrase is None or phrase.preposition or phrase.kind == "time" else "about "
        return f"{clause.text} {joint}{words}"
    other = next((p for p in clause.phrases if _is_same(p, phrase)), None)
    if other is not None and target.named is not None:
        return _swapped(clause, target, other)
    first = target.first
    if phrase is not None and target.preposition and (phrase.preposition or given.lower[phrase.first] in _WITHOUT_IN):
        first -= 1
    elif phrase is not None and phrase.preposition and target.kind != "time":  # “now”, for “in 2010”
        return f"{clause.text} {words}"
    last = target.last
    aux = clause.aux
    if given.lower and given.lower[-1] in ("one", "ones") and target.named is None:
        head = clause.words(target.last - 1, target.last)
        words = f"{given.words(0, len(given.tokens) - 1)} {head}"
    if target.asked and clause.kind == "how" and phrase is not None and phrase.named is None:
        words = words.removeprefix("the ")  # “how many women”
    if target.asked and phrase is not None and _is_that_one(clause, given, phrase):
        joint = f" {clause.lower[0]} {words}" if clause.tokens[0].tag == "p" else ""
        return with_question_word(clause, "", words) + joint
    if target.named is not None and last > first and clause.tokens[last - 1].tag == "s":
        last -= 1
    start = clause.words(0, first)
    if (
        aux is not None
        and first == aux + 1
        and (target.kind in ("thing", "things") or (phrase and phrase.kind == "things"))
    ):
        one = phrase is not None and phrase.kind == "person"
        number = PLURAL if is_plural(words.split()[-1].lower()) and not one else SINGULAR
        agreeing = number.get(clause.lower[aux], clause.words(aux, aux + 1))
        start = " ".join(filter(None, (clause.words(0, aux), agreeing)))
    return " ".join(filter(None, (start, words, clause.words(last, len(clause.tokens)))))


def _target(clause: Clause, given: Clause, phrase: Phrase | None, like: Likeness) -> Phrase | None:
    """The phrase of a question that the given words would take the place of."""
    if phrase is None:
        return None
    there = [
        p
        for p in clause.phrases
        if clause.words(p.first, p.last).lower() != given.words(phrase.first, phrase.last).lower()
        and not _is_same(p, phrase)
    ]
    if phrase.kind == "time":
        return next((p for p in reversed(there) if p.kind == "time"), None)
    there = [p for p in there if p.kind != "time"]
    if phrase.preposition:
        return next((p for p in reversed(there) if p.preposition == phrase.preposition), None) or next(
            (p for p in reversed(there) if p.preposition and p.kind == phrase.kind in _NAMES), None
        )
    same = [p for p in there if p.kind == phrase.kind]
    if phrase.kind == "person" or _is_somebody(phrase):
        same = [p for p in there if p.kind == "person"]
        others = [p for p in there if p.kind == "name"]
        return (same or others)[-1] if same or others else of_somebody(clause)
    if _is_which_one(clause, given, phrase, there):
        return next(p for p in there if p.asked)
    if phrase.kind in _NAMES:
        others = [p for p in there if p.kind in _NAMES and p.kind != "person"]
        if same or others:
            return (same or others)[-1]
        common = [p for p in there if p.kind not in _NAMES]
        inside = common and phrase.kind == "name" and within_subject(clause, common[-1])
        return inside or (common[-1] if common else None)
    head = given.lower[phrase.last - 1]
    if head in ("one", "ones"):
        wanted = "things" if head == "ones" else "thing"
        if given.lower[phrase.first] == "the":  # “the old ones” are none of those that were counted
            there = [p for p in there if not p.asked] or there
        return next((p for p in there if p.kind == wanted), there[-1] if there else None)
    acting = [p for p in there if p.kind == "person" and clause.aux is not None and p.first == clause.aux + 1]
    if acting and is_role(head) and not is_plural(head):
        return acting[0]  # “and the deputy?” after “what did Quill say about the flood”
    common = [p for p in there if p.kind in ("thing", "things", "name")]
    if not common:
        return there[-1] if there else None
    return max(common, key=lambda p: _fit(clause, p, given, phrase, like))


def _is_which_one(clause: Clause, given: Clause, phrase: Phrase, there: Sequence[Phrase]) -> bool:
    """Whether another of what “which bridge …” asked for is meant: “and the other one?”, “and the old bridge?”."""
    asked = next((p for p in there if p.asked), None)
    if asked is None or clause.kind != "which" or clause.lower[asked.last - 1] in TIMES:
        return False
    head = given.lower[phrase.last - 1]
    if given.lower[-1] not in ("one", "ones"):
        return head == clause.lower[asked.last - 1]
    # “which painter restored the new bridge”, “and the old one?”
    return not any(p.kind in ("thing", "things") and not p.asked and p.last - p.first > 2 for p in there)


def _is_that_one(clause: Clause, given: Clause, phrase: Phrase) -> bool:
    """“and the other one?” after “which bridge is going to close”: nothing is left to be asked for but whether."""
    if given.lower[phrase.first] not in _DETERMINED:
        return False
    return clause.kind == "which" or (clause.kind in ("what", "whose") and given.lower[-1] in ("one", "ones"))


def _is_somebody(phrase: Phrase) -> bool:
    """A surname of whom the article gives a first name too."""
    named = phrase.named
    return named is not None and named.kind == "name" and named.shown != named.text


def _fit(clause: Clause, target: Phrase, given: Clause, phrase: Phrase, like: Likeness) -> float:
    near = like(clause.lower[target.last - 1], given.lower[phrase.last - 1])
    determined = [c.lower[p.first] in ("the", "a", "an") for c, p in ((clause, target), (given, phrase))]
    return (
        near
        + 0.25 * (target.kind == phrase.kind)
        + 0.1 * (determined[0] == determined[1])
        + 0.1 * (not target.preposition)
        - 0.4 * (determined == [False, True] and target.last - target.first == 1 and target.kind == "thing")
    )


def _is_same(one: Phrase, other: Phrase | None) -> bool:
    return (
        one.named is not None and other is not None and other.named is not None and one.named.shown == other.named.shown
    )


def _swapped(clause: Clause, target: Phrase, other: Phrase) -> str:
    """“what did Quill say to Burrow”, for “and Quill?” after “what did Burrow say to Quill”."""
    first, second = sorted((target, other), key=lambda p: p.first)
    words = [
        clause.words(0, first.first), clause.words(second.first, second.last), clause.words(first.last, second.first),
        clause.words(first.first, first.last), clause.words(second.last, len(clause.tokens)),
    ]  # fmt: skip
    return " ".join(filter(None, words))


def _last_noun(clause: Clause) -> str | None:
    spoken = [p for p in clause.phrases if p.kind == "thing" and p.named is None and not p.asked]
    return f"{counting_noun(clause, spoken[-1])}s" if spoken else None
