"""What the turns of a conversation have spoken of, in question and answer, the likeliest first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.article import Citation
from index.chat_style import written_out
from index.clause import Clause, is_plural
from index.lexicon import is_role, verbs, words
from index.library import Library
from index.named import Named
from index.question_form import AUXILIARIES
from index.referents import Referent, Sort, by_first_name, of_name, of_question, sort_of
from index.rephrase import declarative
from index.spans import spans_of_kind
from index.turns import Turn, names_of, pairs
from index.verbs import verb

_LEADING = re.compile(
    r"(?P<p>in|at|on|to|from|near|by|since|until|for|with|of|about|into|during|after|before|around) ", re.IGNORECASE
)
_NAME = r"[A-Z][\w’'-]*[a-z](?: [A-Z][\w.’'-]*)*"
_ROLE_NAME = re.compile(rf"(?P<role>\b[a-z][\w-]+),? (?P<name>{_NAME})$")
_NAME_ROLE = re.compile(rf"(?P<name>{_NAME}), (?P<role>[^,]*[a-z])")
_HE_OR_SHE: dict[str, Sort] = {"he": "man", "him": "man", "his": "man", "she": "woman", "her": "woman", "hers": "woman"}
_OF = re.compile(r" (?:of|on|for|in|with|from|at|by|to) ")
_ARTICLE = re.compile(r"^(?:The|An?|Its|His|Her|Their)(?= )")
_AND_THEIR = re.compile(r" and (?:his|her|their) (?:family|wife|husband|children|team|colleagues|friends?|band)\b")
_LONGEST = 8
"""Words of an answer that may stand in for a pronoun."""
_QUOTED = re.compile(r"[“\"]([^”\"]{12,})[”\"]")
_CLAIM = 30
"""Words of a sentence that are asked about again: “who said that?”."""
_BEFORE = 1.6
"""What a turn further back loses."""


def referents(turns: Sequence[Turn], library: Library) -> list[Referent]:
    """All, the likeliest first; of equals the latest."""
    found: dict[tuple[str, str], Referent] = {}
    people = {meant for turn in turns for word, meant in pairs(turn.understood) if word in _HE_OR_SHE}
    for back, turn in enumerate(reversed(turns)):
        for referent in _of_turn(turn, library, _BEFORE * back):
            if referent.sort == "thing" and referent.shown in people:
                continue
            key = (referent.sort, referent.shown.lower())
            if key not in found or found[key].weight < referent.weight:
                found[key] = referent
    return sorted(found.values(), key=lambda r: -r.weight)


def _of_turn(turn: Turn, library: Library, less: float) -> Iterator[Referent]:
    names = names_of(turn, library)
    clause = Clause(written_out(turn.asked), names)
    yield from of_question(clause, less)
    answered = turn.answer.verdict == "answered" and turn.answer.span is not None
    span_text = (
        library.text(turn.answer.span)
        if answered and turn.answer.span and turn.answer.span.article in library.names
        else None
    )
    for word, meant in pairs(turn.understood):
        if word in _HE_OR_SHE:  # who was “she” a moment ago still is
            yield Referent(_HE_OR_SHE[word], meant, meant, 2.8 - less, proper=True)
    if clause.kind == "who" and clause.subject_asked and clause.wh:
        # Where the answer is no person that fits, it is still whoever was asked for.
        whoever = f"the person {clause.words(0, len(clause.tokens))}"
        yield Referent("person", whoever, whoever, 0.5 - less)
    event = _event(clause, span_text)
    if event is not None:
        yield Referent("event", f"that {event}", event, 2.5 - less)
        yield Referent("claim", f"that {event}", event, 2.4 - less)
    if (
        turn.answer.verdict != "answered"
        or turn.answer.sentence is None
        or turn.answer.sentence.article not in library.names
    ):
        return
    sentence, span = turn.answer.sentence, turn.answer.span
    yield _claim(library, sentence, span, 2.5 - less - 0.3 * (event is not None))
    named = [found for n in names for found in n.mentioned(sentence)]
    if span is not None:
        yield from _of_span(clause, library, span, [n for at, n in named if span.start <= at < span.end], less)
    for order, (at, one) in enumerate(named):
        if span is not None and span.start <= at < span.end:
            continue
        weight = 1.5 - 0.1 * min(order, 5) - less
        yield of_name(one, weight, _preposition_before(library, sentence, at))
    before = Citation(sentence.article, sentence.place, 0, sentence.start)
    for order, (_, one) in enumerate(reversed([found for n in names for found in n.mentioned(before)])):
        yield of_name(one, 0.4 - 0.1 * min(order, 5) - less, "")
    text = library.text(sentence)
    times = [text[a:b] for a, b in spans_of_kind("when", text)]
    if times:
        yield Referent("time", times[0], times[0], 1.0 - less)


def _event(clause: Clause, answer: str | None) -> str | None:
    """What the turn was about, as a statement: of “who said the bridge is old” that the bridge is old."""
    if clause.verb is not None and clause.lower[clause.verb] in verbs("say"):
        rest = clause.words(clause.verb + 1, len(clause.tokens)).removeprefix("that ")
        return rest if clause.subject_asked and len(rest.split()) > 2 else None
    if clause.verb is None and clause.kind in ("who", "what", "which") and not clause.noun:
        return None
    if clause.kind in ("who", "whose") and clause.subject_asked and answer is None:
        return None
    return declarative(clause, answer)


def _claim(library: Library, sentence: Citation, span: Citation | None, weight: float) -> Referent:
    """What the answer says: the quotation that it lies in, or its sentence."""
    text, at = library.text(sentence), (span.start - sentence.start) if span else 0
    quoted = next((m for m in _QUOTED.finditer(text) if span is None or m.start() <= at < m.end()), None)
    said = (quoted[1] if quoted else text).split()
    whole, short = (" ".join(said[:most]).strip(' .,;“”"') for most in (_CLAIM, _LONGEST))
    return Referent("claim", f"“{whole}”", f"“{short}{' …' if len(said) > _LONGEST else ''}”", weight)


def _of_span(
    clause: Clause, library: Library, span: Citation, named: Sequence[Named], less: float
) -> Iterator[Referent]:
    """The short answer: a person for “who”, a place for “where”, or what it is called."""
    text = library.text(span).strip()
    lead = _LEADING.match(text)
    preposition = lead["p"].lower() if lead else _preposition_before(library, span, span.start)
    text = text[lead.end() :] if lead else text
    if not text:
        return
    asked = clause.kind
    people = [n for n in named if n.kind == "person"]
    apposed = _apposed(text)
    # Who is asked for by name stays who is spoken of.
    known = clause.verb is None and any(
        (
            p.named is not None
            or (asked == "what" and p.last == len(clause.tokens) and clause.tokens[p.first].tag in "nN")
        )
        and p.first == (clause.aux or 0) + 1
        for p in clause.phrases
    )
    weight = (2.0 if known else 3.0) - less
    if asked == "when" or any(text == text[a:b] for a, b in spans_of_kind("when", text)):
        yield Referent("time", text, text, weight, preposition)
        return
    if asked == "where":
        yield Referent("place", text, text, weight, preposition)
        yield Referent("thing", text, text, weight - 1.5, preposition)
        return
    if apposed and asked in ("who", "whom", "which", "what") and not any(n.text in apposed[0] for n in people):
        yield Referent(apposed[1], apposed[0], apposed[0], weight, preposition, proper=True)
    if asked == "who" and people:
        after = library.entry(span.article).article.at(span.place).text[span.end :]
        with_family = _AND_THEIR.match(after)
        if with_family and not known:
            yield Referent("group", f"{people[0].text}{with_family[0]}", f"{people[0].shown}{with_family[0]}", weight)
    for one in named:
        if any(re.search(rf"\b{re.escape(w)}(?:[’']s\b|[’'](?= ))", text) for w in one.shown.split()):
            # “Ismailov's only son, Rustam”: who something is called after is not who is meant.
            yield of_name(one, weight - 2.0, preposition)
            continue
        # A name inside a longer answer is not all of the answer.
        yield of_name(
            one,
            weight if one.kind == "person" and asked in ("who", "whom", "which", "what") else weight - 1.0,
            preposition,
        )
    if len(people) > 1:
        joined = " and ".join(dict.fromkeys(p.text for p in people[:3]))
        yield Referent("group", joined, joined, weight)
    if people or len(text.split()) > _LONGEST or not re.search(r"[^\W\d_]", text):
        return
    infinitive = preposition == "to" and text[0].islower() and not text.startswith(("the ", "a ", "an "))
    if asked in ("why", "how", "yes_no") or clause.lower[-1:] == ["do"] or infinitive:
        return
    spoken = [w.lower() for w in re.findall(r"[^\W\d_][\w’'-]*", _OF.split(text.split(",")[0])[0])]
    if not spoken or any(w.replace("’", "'") in AUXILIARIES for w in spoken):
        return
    text = _ARTICLE.sub(lambda m: m[0].lower(), text)
    first, head = spoken[0], spoken[-1]
    form = verb(first)
    if first == "to" or (form is not None and form[1] != "base" and text[0].islower()):
        return  # “throws the die”: what is done is nothing to stand for
    if asked in ("who", "whom", "whose") and not named:
        yield Referent(_person_sort(head), text, text, weight)
        if re.fullmatch(_NAME, text):
            # A capital alone makes no person.
            by_name = by_first_name(text)
            yield Referent(by_name, text, text, weight - (2.4 if by_name == "person" else 0.3), proper=True)
        return
    yield Referent(
        "things" if is_plural(head) and not text[0].isupper() else "thing", text, text, weight - 0.1 * bool(named)
    )


def _apposed(text: str) -> tuple[str, Sort] | None:
    """The name in “her only son, Rustam” or “Leila, a student”, and a man's, a woman's or a person's it is."""
    after, before = _ROLE_NAME.search(text), _NAME_ROLE.match(text)
    found = after or before
    if found is None:
        return None
    roles = [
        w for w in re.findall(r"[\w-]+", found["role"].lower()) if is_role(w) or w in words("men") | words("women")
    ]
    if not roles:
        return None
    sort = sort_of(roles[-1], "thing")
    return found["name"], sort if sort in ("man", "woman") else by_first_name(found["name"])


def _person_sort(head: str) -> Sort:
    sort = sort_of(head, "things" if is_plural(head) else "thing")
    return "group" if sort in ("thing", "things") else sort


def _preposition_before(library: Library, citation: Citation, at: int) -> str:
    text = library.entry(citation.article).article.at(citation.place).text[:at].rstrip()
    word = text.rsplit(" ", 1)[-1].lower()
    if word in ("the", "a", "an"):
        word = text.rsplit(" ", 2)[-2].lower() if " " in text else word
    return word if word in ("in", "at", "on", "near", "from", "to", "off") else ""
