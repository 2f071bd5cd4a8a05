"""“anyone hurt?”, “any kids?”, “how many killed?”: whether there was somebody or something, or how many, without an auxiliary."""

from __future__ import annotations

from collections.abc import Sequence

from index.follow_ups.clause import Clause, is_plural
from index.follow_ups.happening import happened
from index.follow_ups.occasions import is_occasion
from index.follow_ups.question_form import AUXILIARIES, QUESTION_WORDS
from index.follow_ups.referents import PREPOSITIONS, Referent, is_human
from index.follow_ups.rephrase import elided_noun
from index.follow_ups.statement import declarative
from index.lexicon import verbs, words
from index.verbs import MOVING, UNCHANGED, is_participle, is_simple_past, verb

_ANYBODY = frozenset("anyone anybody someone somebody anything something".split())
_STATES = frozenset("dead missing ill alive".split())
_ACTING = frozenset("die survive escape drown come go fall".split())
"""Verbs whose past form is no participle that somebody is spoken of with."""
_HARMED = frozenset("kill injure hurt wound arrest evacuate displace".split())
_OWN = frozenset(
    "kid kids child children sibling siblings brothers sisters sons daughters grandchildren family pet pets".split()
)
"""What there is not, but somebody has."""
_IDIOMS = frozenset("idea ideas chance way clue word luck more other others good better questions thoughts".split())
_PAST = frozenset("did didn't was wasn't were weren't has have had".split())
_LONGEST = 10


def whether(message: str, before: Clause, answer: str | None, known: Sequence[Referent]) -> str:
    """“was anyone hurt in the fire”, of “anyone hurt?”, and “does Quill have any kids”; another message as it is.

    `before`, `answer`: the question asked last and its short answer; `known`: what was spoken of, the likeliest first.
    """
    given = Clause(message, before.names)
    if given.lower[:2] == ["how", "many"]:
        return _of_many(given, before, answer) or message
    if not 1 < len(given.tokens) <= _LONGEST or given.wh or given.lower[0] not in _ANYBODY | {"any"}:
        return message
    if any(w in QUESTION_WORDS or w in AUXILIARIES for w in given.lower):
        return message
    whole = _of_any(given, before, known) if given.lower[0] == "any" else _of_anybody(given)
    if whole is None:
        return message
    placed = any(t.tag == "p" for t in given.tokens) or not _is_past(before) or whole.startswith(("does ", "do "))
    return whole if placed else " ".join(filter(None, (whole, _circumstance(before, answer))))


def _of_anybody(given: Clause) -> str | None:
    form = verb(given.lower[1])
    one, rest = given.text.split(" ", 1) if " " in given.text else ("", "")
    if given.lower[1] in _STATES:
        return f"was {given.text}"
    if form is None or given.tokens[1].tag != "n":
        return None
    base, tense = form
    after = given.words(2, len(given.tokens))
    objects = len(given.tokens) > 2 and given.tokens[2].tag in "dorN"
    acting = base in _ACTING or objects or is_simple_past(given.lower[1])
    if (tense == "base" and base not in UNCHANGED) or (tense == "past" and acting):
        return " ".join(filter(None, ("did", one, base, after)))
    return f"was {one} {rest}" if is_participle(given.lower[1]) else None


def _of_many(given: Clause, before: Clause, answer: str | None) -> str | None:
    """“how many people were killed when the train was shelled”; None where others than people were spoken of."""
    at, noun = given.wh, given.words(*given.noun) if given.noun else ""
    if given.aux is not None or given.verb != at or len(given.tokens) > at + 2 or (noun and not is_human(noun.lower())):
        return None
    counted = elided_noun(before)
    base, tense = verb(given.lower[at]) or ("", "")
    if not noun and counted is not None and not is_human(counted.split()[-1].lower()):
        if base not in _HARMED:
            return None
        counted = None
    if (tense != "past" and base not in UNCHANGED) or any(t.tag not in "na" for t in given.tokens[at:]):
        return None
    harmed = base in _HARMED | words("transitive")
    if not harmed and not is_simple_past(given.lower[at]) and base not in _ACTING:
        return None
    who, done = noun or counted or "people", given.words(at, len(given.tokens))
    event = next((p for p in reversed(before.phrases) if is_occasion(before, p)), None)
    told = happened(answer) if before.kind == "why" and harmed else None
    if base in MOVING and event is not None:
        after = next((p for p in before.phrases if p.first == event.last + 1 and p.preposition in PREPOSITIONS), event)
        return f"how many {who} {done} to {before.words(event.first, after.last)}"
    if told is not None and not told.endswith(" happen"):
        where = f"when {answer}"
    elif base in MOVING:
        return None  # came to what
    else:
        where = _circumstance(before, answer) if counted is None else ""
    return " ".join(filter(None, ("how many", who, "were" if harmed else "", done, where)))


def _of_any(given: Clause, before: Clause, known: Sequence[Referent]) -> str | None:
    phrase = given.phrases[0] if given.phrases else None
    if phrase is None or phrase.first or given.tokens[1].tag not in "nN" or not _IDIOMS.isdisjoint(given.lower):
        return None
    done = next(
        (i for i in range(2, len(given.tokens)) if is_participle(given.lower[i]) and is_plural(given.lower[i - 1])),
        None,
    )
    many = is_plural(given.lower[(done or phrase.last) - 1])
    owner = _owner(known) if given.lower[phrase.last - 1] in _OWN and phrase.last == len(given.tokens) else None
    if owner is not None:
        return f"{'do' if ' and ' in owner else 'does'} {owner} have {given.text}"
    if done is not None:
        return f"were {given.text}"
    if "will" in before.lower:
        return f"will there be {given.text}"
    past = _is_past(before)
    be = ("were" if past else "are") if many else ("was" if past else "is")
    return f"{be} there {given.text}"


def _owner(known: Sequence[Referent]) -> str | None:
    """The one or the two persons last spoken of."""
    people = (r.text for r in known if r.sort in ("man", "woman", "person") or " and " in r.text)
    return next((p for p in people if not p.startswith("the person who")), None)


def _is_past(before: Clause) -> bool:
    if before.aux is not None:
        return before.lower[before.aux] in _PAST
    return before.verb is not None and (verb(before.lower[before.verb]) or ("", ""))[1] == "past"


def _circumstance(before: Clause, answer: str | None) -> str:
    """“in the fire”, “when the bridge fell”, “in Hartwell in 2020”: what the question before was about."""
    event = next((p for p in reversed(before.phrases) if is_occasion(before, p)), None)
    object_ = event is not None and event.first - 1 == before.verb and before.tokens[event.first].tag not in "dN"
    if event is not None and not object_:
        return f"in {before.words(event.first, before.with_complement(event))}"
    acting = verb(before.lower[before.verb]) if before.verb is not None else None
    if acting is not None and acting[0] == "happen":
        told = happened(answer)
        if told is not None and told.startswith("did ") and not told.endswith(" happen"):
            return f"when {answer}"
        rest = before.words(before.wh, len(before.tokens))
        return f"in what {rest}" if before.subject_asked and rest.lower().startswith("happened to") else ""
    if acting is not None and acting[0] != "cost" and before.lower[before.verb or 0] not in verbs("say"):
        done = declarative(before, answer if before.subject_asked or before.kind in ("what", "who", "which") else None)
        return f"when {done}" if done is not None and (answer is not None or object_) else ""
    placed = [
        p for p in before.phrases if p.preposition in PREPOSITIONS and (p.kind in ("time", "place") or p.named is None)
    ]
    return " ".join(before.words(p.first - 1, p.last) for p in placed)
