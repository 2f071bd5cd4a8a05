"""What the turns of a conversation have spoken of, in question and answer, the likeliest first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from index.article import Citation
from index.follow_ups.anaphora import TELLING
from index.follow_ups.chat_style import written_out
from index.follow_ups.clause import Clause, is_plural
from index.follow_ups.counted import as_spoken_of, in_full, is_owned
from index.follow_ups.couples import couple
from index.follow_ups.dateline import is_dateline, without_dateline
from index.follow_ups.deeds import what_was_done
from index.follow_ups.main_verb import BE
from index.follow_ups.nominal import of_deed
from index.follow_ups.occasions import occasions
from index.follow_ups.office import holder
from index.follow_ups.question_form import AUXILIARIES
from index.follow_ups.referents import (
    NOBODY,
    Referent,
    Sort,
    is_human,
    of_name,
    of_question,
    sort_of,
)
from index.follow_ups.reported import reported
from index.follow_ups.short_answer import LONGEST, of_short_answer, preposition_before
from index.follow_ups.statement import declarative
from index.follow_ups.support import Support
from index.follow_ups.turns import Turn, names_of, pairs
from index.lexicon import verbs, words
from index.library import Library
from index.named import Named, Names
from index.spans import spans_of_kind
from index.verbs import verb

_HE_OR_SHE: dict[str, Sort] = {"he": "man", "him": "man", "his": "man", "she": "woman", "her": "woman", "hers": "woman"}
_BODY = re.compile(r"(?:\bthe )?(?P<name>[A-Z][\w’'&-]*(?: [A-Z][\w’'&-]*)+)")
_CALLED_AFTER = re.compile(r"\bthe (?:[A-Z][\w’'-]+ )+(?P<head>[a-z]{3,})\b")
_ACCUSING = frozenset("charge accuse suspect convict".split())
_QUOTED = re.compile(r"[“\"]([^”\"]{12,})[”\"]")
_CLAIM = 30
"""Words of a sentence that are asked about again: “who said that?”."""
_WHOEVER = "the person "
_NO_MOMENT = frozenset("be have say do think mean happen cost live work".split())
"""Verbs of what lasts, or of what only the answer tells."""
_NEW = 0.6
"""What the phrase of a question gains that was put in the place of another."""
_BEFORE = 1.6
"""What a turn before the last loses,"""
_FOUND = 0.5
"""What whoever was asked for loses, where it is known who."""
_OWNED = 0.3
_KNOWN = 0.1
"""What a name gains on what somebody is called."""
_SOME = frozenset(("they", "them"))
"""Left in the last question: others than it names."""
_OFTEN = 4
"""How often the article names at least whom it is about, and twice as often as the next."""
_PROTAGONIST = 0.05
"""Less than anybody that a turn spoke of, and more than whoever was asked for and has been found to be another."""
_HOUSING = 3.1
"""Of what houses things or people, where it was asked where it is: more than the answer."""
_HAPPENED, _BECAUSE = 2.7, 1.3
"""What something weighs that was told of where it was asked what happened, or why."""
_JOINT = re.compile(r"^(?:because|after|as|since|when|that) ", re.IGNORECASE)
_EARLIER = 0.8
"""and what each before that."""


def referents(turns: Sequence[Turn], library: Library) -> list[Referent]:
    """All, the likeliest first; of equals the latest."""
    found: dict[tuple[str, str], Referent] = {}
    people = {meant for turn in turns for word, meant in pairs(turn.understood) if word in _HE_OR_SHE}
    for back, turn in enumerate(reversed(turns)):
        for referent in _of_turn(turn, library, _BEFORE * (back > 0) + _EARLIER * max(0, back - 1)):
            if referent.sort == "thing" and referent.shown in people:
                continue
            key = (referent.sort, referent.shown.lower())
            if key not in found or found[key].weight < referent.weight:
                found[key] = referent
    if turns and not _SOME.isdisjoint(written_out(turns[-1].asked).lower().strip(" ?.!").split()):
        found["group", NOBODY.shown] = NOBODY
    for one in _protagonists(turns, library):
        found.setdefault((one.sort, one.shown.lower()), one)
    return sorted(found.values(), key=lambda r: -r.weight)


def _protagonists(turns: Sequence[Turn], library: Library) -> Iterator[Referent]:
    """The man and the woman that the article is about: “she”, where no turn spoke of a woman."""
    for names in names_of(turns[-1], library) if turns else []:
        for gender in ("m", "f"):
            alike = sorted((p for p in names.people if p.gender == gender), key=lambda p: -len(p.mentions))
            most, next_most = ([len(p.mentions) for p in alike] + [0, 0])[:2]
            if most >= max(_OFTEN, 2 * next_most):
                yield of_name(alike[0], _PROTAGONIST, "")


def _of_turn(turn: Turn, library: Library, less: float) -> Iterator[Referent]:
    names = names_of(turn, library)
    clause = Clause(written_out(turn.asked), names)
    for spoken in _of_question(turn, clause, less):
        yield spoken
        if spoken.sort in ("man", "woman", "person") and not spoken.proper and spoken.text.startswith("the "):
            yield from _holding(spoken, turn, library)
    answered = turn.answer.verdict == "answered" and turn.answer.span is not None
    span_text = (
        library.text(turn.answer.span)
        if answered and turn.answer.span and turn.answer.span.article in library.names
        else None
    )
    dated = turn.answer.span is not None and span_text is not None and is_dateline(library, turn.answer.span)
    span_text = None if dated else span_text
    for word, meant in pairs(turn.understood):
        if word in _HE_OR_SHE:  # who was “she” a moment ago still is
            unknown = meant.startswith(_WHOEVER)  # anybody who is named is likelier
            weight = 0.6 if unknown else 2.8
            yield Referent(_HE_OR_SHE[word], meant, meant, weight - less, proper=not unknown, he_or_she=True)
    if clause.kind == "who" and clause.subject_asked and clause.wh:
        # Where the answer is no person that fits, it is still whoever was asked for.
        whoever = f"{_WHOEVER}{clause.words(0, len(clause.tokens))}"
        yield Referent("person", whoever, whoever, 0.5 - _FOUND * _is_found(names, turn) - less)
    event = _event(clause, span_text)
    caused = _caused(clause)
    if caused is not None:
        yield Referent("occasion", caused, caused, 3.1 - less)
    deed = what_was_done(clause)
    if deed is not None:
        yield Referent("event", deed, deed, 2.5 - less)
        event = None  # done, not said
    if event is not None:
        said = clause.verb is not None and clause.lower[clause.verb] in verbs("say")
        yield Referent("event", f"that {event}", event, 2.5 - less, alleged=said)
        yield Referent("claim", f"that {event}", event, 2.4 - less)
    moment = _moment(clause, span_text)
    if moment is not None:
        yield Referent("moment", f"when {moment}", f"when {moment}", 2.5 - less)
    told = _told(clause)
    if told is not None:
        yield Referent("claim", f"that {told}", told, 2.6 - less)
    yield from of_deed(clause, span_text, less)
    answering = (
        [found for n in names for _, found in n.mentioned(turn.answer.span)] if span_text and turn.answer.span else []
    )
    both = couple(clause, answering)
    if both is not None:
        yield Referent("group", both, both, 3.1 - less)
    if (
        turn.answer.verdict != "answered"
        or turn.answer.sentence is None
        or turn.answer.sentence.article not in library.names
    ):
        return
    sentence, span = turn.answer.sentence, None if dated else turn.answer.span
    yield _claim(library, sentence, span, 2.5 - less - 0.3 * (event is not None))
    named = [found for n in names for found in n.mentioned(sentence)]
    if span is not None:
        yield from _met(clause, [n for at, n in named if span.start <= at < span.end], less)
        doer = _is_doer(clause)
        alleged = _is_accusation(clause, "".join(clause.lower[-1:]))
        if alleged and span_text and (verb(span_text.split()[0].lower()) or ("", ""))[1] == "ing":
            yield Referent("event", span_text, span_text, 3.0 - less, alleged=True)  # “hiding the money”
        answering = [n for at, n in named if span.start <= at < span.end]
        who = _is_who(clause)
        for referent in of_short_answer(clause, library, span, answering, less):
            sort = who if who is not None and referent.sort == "person" and not referent.proper else referent.sort
            yield replace(referent, sort=sort, doer=doer, alleged=alleged)
    if span_text is not None and clause.kind in ("what", "why"):
        yield from _told_of(clause, span_text, less)
    yield from _housing(clause, Support(library.entry(sentence.article).article), less)
    for order, (at, one) in enumerate(named):
        if span is not None and span.start <= at < span.end:
            continue
        weight = 1.5 - 0.1 * min(order, 5) - less
        yield of_name(one, weight, preposition_before(library, sentence, at))
    yield from _bodies(library.text(sentence), 1.2 - less)
    yield from _named_things(library.text(sentence), 1.4 - less)
    yield from _doing_bodies(Clause(without_dateline(library.text(sentence)), names), 1.4 - less)
    for order, occasion in enumerate(occasions(library.text(sentence))):
        yield Referent("occasion", occasion, occasion, 1.8 - 0.1 * order - less)
    before = Citation(sentence.article, sentence.place, 0, sentence.start)
    for order, (_, one) in enumerate(reversed([found for n in names for found in n.mentioned(before)])):
        yield of_name(one, 0.4 - 0.1 * min(order, 5) - less, "")
    text = library.text(sentence)
    times = [text[a:b] for a, b in spans_of_kind("when", text)]
    if times:
        yield Referent("time", times[0], times[0], 1.0 - less)


def _of_question(turn: Turn, clause: Clause, less: float) -> Iterator[Referent]:
    """What the question names. What a part of a question put in its place is what is spoken of now: “and Firefox?”."""
    typed = written_out(turn.question).lower() if turn.understood and not pairs(turn.understood) else ""
    unknown = any(meant.startswith(_WHOEVER) for _, meant in pairs(turn.understood))
    for referent in of_question(clause, less):
        if unknown and referent.text == _WHOEVER.strip():
            continue
        referent = _counted(clause, referent)
        new = re.search(rf"\b{re.escape(referent.text.lower().removeprefix('the '))}\b", typed)
        alleged = _is_accusation(clause, referent.preposition)
        yield replace(referent, weight=referent.weight + _NEW * bool(new), alleged=alleged)


def _holding(office: Referent, turn: Turn, library: Library) -> Iterator[Referent]:
    """Who the mayor is, of “what did the mayor open”."""
    sentence = turn.answer.sentence
    if turn.answer.verdict != "answered" and f"{office.text} of ".lower() in turn.asked.lower():
        return  # another town's may be meant
    article = sentence.article if sentence is not None else next(iter(library.names)) if len(library.names) == 1 else ""
    named = holder(office.text, library, article) if article in library.names else None
    if named is not None and named.gender in ("m", "f"):
        yield replace(of_name(named, office.weight + _KNOWN, ""), holder=True)


def _counted(clause: Clause, referent: Referent) -> Referent:
    """Those that are counted, with what is said of them."""
    phrase = next((p for p in clause.phrases if p.asked), None)
    if phrase is None or referent.sort != "things" or referent.text != f"the {clause.words(phrase.first, phrase.last)}":
        return referent
    human = is_human(clause.lower[phrase.last - 1])
    text = as_spoken_of(clause, phrase, human) or referent.text
    weight = referent.weight + _OWNED * is_owned(clause)  # “the members of the club”, rather than the club
    whole = in_full(clause, phrase, human) or ""
    return replace(referent, text=text, shown=text, weight=weight, in_full=whole, human=human)


def _is_accusation(clause: Clause, preposition: str) -> bool:
    """“what is he charged with?”, “when was he accused of fraud?”: what follows the preposition, he may have done."""
    acting = (verb(clause.lower[clause.verb]) or ("", ""))[0] if clause.verb is not None else ""
    return acting in _ACCUSING and preposition in ("with", "of")


def _bodies(text: str, weight: float) -> Iterator[Referent]:
    """The associations and companies that a sentence names."""
    for order, found in enumerate(_BODY.finditer(text)):
        if any(w.lower() in words("organisations") for w in found["name"].split()[1:]):
            yield Referent("group", found[0], found[0], weight - 0.1 * min(order, 5), proper=True)


def _housing(clause: Clause, support: Support, less: float) -> Iterator[Referent]:
    """“the shop”, of “which street is the shop in”: “there” is in it, where the article says so of anything."""
    at = clause.aux
    if at is None or clause.verb is not None or clause.lower[at] not in BE:
        return
    where = clause.kind == "where" or (clause.kind in ("which", "what") and "p" in (clause.tokens[0].tag, clause.tokens[-1].tag))  # fmt: skip
    one = next((p for p in clause.phrases if p.first == at + 1 and p.named is None and p.kind == "thing"), None)
    if where and one is not None and support.holds(clause.head(one)):
        text = clause.words(one.first, one.last)
        yield Referent("place", text, text, _HOUSING - less, "in")


def _named_things(text: str, weight: float) -> Iterator[Referent]:
    """“the Lomen bridge”: what is called after a place, or somebody."""
    for order, found in enumerate(_CALLED_AFTER.finditer(text)):
        head = Clause(found[0]).tokens[-1]
        noun = head.tag == "n" and not is_plural(head.lower) and verb(head.lower) is None
        if noun and sort_of(head.lower, "thing") == "thing":
            yield Referent("thing", found[0], found[0], weight - 0.1 * min(order, 5))


def _doing_bodies(told: Clause, weight: float) -> Iterator[Referent]:
    """“the council”, of “the council granted him 8,000”: a body that a sentence begins with, or people, “the leaders of both”."""
    first = next(iter(told.phrases), None)
    if first is not None and not first.first and told.lower[0] in ("the", "a", "an") and first.named is None:
        body = f"the {told.words(1, first.last)}"
        if sort_of(told.head(first), first.kind) == "group":
            yield Referent("group", body, body, weight)
        elif is_human(told.head(first)) and is_plural(told.head(first)) and told.lower[0] == "the":
            end = told.with_complement(first)
            if told.lower[end : end + 1] == ["and"] and told.tokens[end - 1].text[0].isupper():
                end += 1
                while end < len(told.tokens) and told.tokens[end].text[0].isupper():
                    end += 1
            body = f"the {told.words(1, end)}"
            yield Referent("group", body, body, weight)


def _told_of(clause: Clause, answer: str, less: float) -> Iterator[Referent]:
    """“the boat”, of “what happened in May” and “a boat was sunk near the village”; of “why” and “to whom” it is less."""
    at = clause.verb
    happened = at is not None and clause.subject_asked and (verb(clause.lower[at]) or ("", ""))[0] == "happen"
    if clause.kind == "what" and not happened:
        return
    told = Clause(_JOINT.sub("", answer))
    first = next(iter(told.phrases), None)
    if first is None or first.first or told.lower[0] not in ("the", "a", "an") or first.last >= len(told.tokens):
        return
    asked_of = at is not None and clause.lower[at + 1 : at + 2] == ["to"]
    sort, text = sort_of(told.head(first), first.kind), f"the {told.words(1, first.last)}"
    if (
        sort in ("thing", "things")
        and verb(told.lower[first.last]) is None
        and told.lower[first.last] not in AUXILIARIES
    ):
        return  # “the end of the war”
    meant = clause.kind == "what" and not asked_of
    if meant or sort != "things":
        yield Referent(sort, text, text, (_HAPPENED if meant else _BECAUSE) - less)


def _is_found(names: Sequence[Names], turn: Turn) -> bool:
    """The short answer names a man or a woman."""
    span = turn.answer.span
    if span is None or turn.answer.verdict != "answered":
        return False
    return any(one.gender in ("m", "f") for n in names for _, one in n.mentioned(span))


def _is_who(clause: Clause) -> Sort | None:
    """“who was Edwin Hale”: whatever the answer calls him, it is a man."""
    if clause.kind != "who" or clause.verb is not None or clause.aux is None:
        return None
    asked = next((p.named for p in clause.phrases if p.first == (clause.aux or 0) + 1 and p.named is not None), None)
    return {"m": "man", "f": "woman"}.get(asked.gender or "") if asked is not None else None  # type: ignore[return-value]


def _is_doer(clause: Clause) -> bool:
    """“who built the bridge”: the answer did it to a thing."""
    things = any(p.kind == "thing" and not p.preposition and p.named is None for p in clause.phrases)
    by_whom = clause.lower[:2] in (["by", "who"], ["by", "whom"])
    return things and (by_whom or (clause.kind == "who" and clause.subject_asked))


def _caused(clause: Clause) -> str | None:
    """“the outage”, of “what caused the outage in March”: what is caused lasts, and ends."""
    at = clause.verb
    if at is None or not clause.subject_asked or verb(clause.lower[at]) != ("cause", "past"):
        return None
    return next((clause.words(p.first, p.last) for p in clause.phrases if p.first == at + 1 and p.named is None), None)


def _met(clause: Clause, named: Sequence[Named], less: float) -> Iterator[Referent]:
    """“who did Quill meet” and the answer: they are both."""
    asking = [p.named for p in clause.phrases if p.named is not None and p.kind == "person"]
    answering = [n for n in named if n.kind == "person"]
    if clause.kind in ("who", "whom") and clause.verb is not None and asking and answering:
        both = f"{asking[0].text} and {answering[0].text}"
        yield Referent("group", both, both, 2.0 - less)


def _moment(clause: Clause, answer: str | None) -> str | None:
    """“her father died”, of “how did her father die”: what was done once, for “how old was she then?”."""
    acting = verb(clause.lower[clause.verb]) if clause.verb is not None else None
    if acting is None or (clause.aux is None and not clause.subject_asked) or acting[0] in _NO_MOMENT:
        return None
    if clause.aux is not None and clause.lower[clause.aux] not in ("did", "was", "were"):
        return None
    if clause.aux is None and acting[1] != "past":
        return None
    filled = clause.kind in ("who", "what", "which", "whose")
    if filled and answer is None:
        return None
    return declarative(clause, answer if filled else None)


def _told(clause: Clause) -> str | None:
    """“the money had run out”, of “when was Quill warned that the money had run out”."""
    at = clause.verb
    saying = at is not None and (clause.lower[at] in verbs("say") or (verb(clause.lower[at]) or ("", ""))[0] in TELLING)
    if at is None or not saying:
        return None
    joint = next((i for i, w in enumerate(clause.lower) if w == "that" and at < i < at + 4), None)
    return clause.words(joint + 1, len(clause.tokens)) if joint and len(clause.tokens) > joint + 2 else None


def _event(clause: Clause, answer: str | None) -> str | None:
    """What the turn was about, as a statement: of “who said the bridge is old” that the bridge is old."""
    if clause.verb is not None and clause.lower[clause.verb] in verbs("say"):
        rest = clause.words(clause.verb + 1, len(clause.tokens)).removeprefix("that ")
        return rest if clause.subject_asked and len(rest.split()) > 2 else None
    if (
        clause.kind == "what"
        and clause.verb is not None
        and clause.lower[clause.verb] in ("think", "thinks", "thought")
    ):
        return None  # what was thought is the answer's to say
    if clause.verb is None and clause.kind in ("who", "what", "which") and not clause.noun:
        return None
    if clause.kind in ("who", "whose") and clause.subject_asked and answer is None:
        return None
    told = declarative(clause, answer)
    # Of “what did Quill propose” without an answer nothing is told.
    return None if told is not None and answer is None and clause.kind == "what" and told.endswith(" that") else told


def _claim(library: Library, sentence: Citation, span: Citation | None, weight: float) -> Referent:
    """What the answer says: the quotation that it lies in, or its sentence without who says it."""
    text, at = library.text(sentence), (span.start - sentence.start) if span else 0
    quoted = next((m for m in _QUOTED.finditer(text) if span is None or m.start() <= at < m.end()), None)
    said = (quoted[1] if quoted else reported(text)).split()
    whole, short = (" ".join(said[:most]).strip(' .,;“”"') for most in (_CLAIM, LONGEST))
    return Referent("claim", f"“{whole}”", f"“{short}{' …' if len(said) > LONGEST else ''}”", weight)
