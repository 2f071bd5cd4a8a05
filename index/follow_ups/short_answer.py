"""What a short answer is spoken of as afterwards: a person, a place, a time, a thing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.article import Citation
from index.follow_ups.alternatives import listed
from index.follow_ups.clause import Clause, is_plural
from index.follow_ups.owned import with_owner
from index.follow_ups.question_form import AUXILIARIES
from index.follow_ups.referents import (
    PREPOSITIONS,
    Referent,
    Sort,
    by_first_name,
    of_name,
    sort_of,
    without_descriptor,
)
from index.irregular import NUMBER_WORDS
from index.lexicon import is_role, words
from index.library import Library
from index.named import Named
from index.spans import spans_of_kind
from index.verbs import is_simple_past, verb

_LEADING = re.compile(
    r"(?P<p>in|at|on|to|from|near|by|since|until|for|with|of|about|into|during|after|before|around|above|below|under|behind|beside|beyond|outside|inside|opposite|across|along) ",
    re.IGNORECASE,
)
_NAME = r"[A-Z][\w’'-]*[a-z](?: [A-Z][\w.’'-]*)*"
_ROLE_NAME = re.compile(rf"(?P<role>\b[a-z][\w-]+),? (?:(?:called|named) )?(?P<name>{_NAME})$")
_NAME_ROLE = re.compile(rf"(?P<name>{_NAME}), (?P<role>[^,]*[a-z])")
_OF = re.compile(r" (?:of|on|for|in|with|from|at|by|to) ")
_ARTICLE = re.compile(r"^(?:The|Its|His|Her|Their)(?= )")
_NAMING = frozenset("mean means cost costs weigh call called describe described dub dubbed".split())
"""Verbs whose answer tells more of what was named, which stays what is spoken of."""
_INDEFINITE = re.compile(r"^(?:An?|Some) ", re.IGNORECASE)
_AND_THEIR = re.compile(r" and (?:his|her|their) (?:family|wife|husband|children|team|colleagues|friends?|band)\b")
_SAID_OF = frozenset("worth called like made of for about now today".split())
"""After the subject of “what is contraband worth”."""
_FAR = 2
"""Paragraphs back that “his” may stand for somebody of."""
LONGEST = 8
"""Words of an answer that may stand in for a pronoun."""
_PRONOUNS = frozenset("i he she it we they there you mine ours his hers theirs yours".split())
_BROKEN = re.compile(r"[“”\"]|''|--|[:;]")
"""In an answer that is no one phrase."""


def of_short_answer(
    clause: Clause, library: Library, span: Citation, named: Sequence[Named], less: float
) -> Iterator[Referent]:
    """The short answer: a person for “who”, a place for “where”, or what it is called."""
    text = library.text(span).strip(' “”"')
    lead = _LEADING.match(text)
    preposition = lead["p"].lower() if lead else preposition_before(library, span, span.start)
    text = text[lead.end() :] if lead else text
    if not text:
        return
    asked = clause.kind
    if asked == "how" and re.search(r"\d", text):
        yield Referent("amount", text, text, 3.0 - less)
    people = [n for n in named if n.kind == "person" and not _is_owner(n, text)]
    thing = clause.noun is not None and asked in ("which", "what") and not is_role(clause.lower[clause.noun[1] - 1])
    apposed = _apposed(text)
    # Who is asked for by name stays who is spoken of.
    known = (
        clause.verb is None
        and any(
            (
                p.named is not None
                or (
                    asked in ("what", "where")
                    and all(w in _SAID_OF for w in clause.lower[p.last :])
                    and clause.tokens[p.first].tag in "nN"
                )
            )
            and p.first == (clause.aux or 0) + 1
            for p in clause.phrases
        )
    ) or (clause.verb is not None and clause.lower[clause.verb] in _NAMING)
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
        if _is_owner(one, text):
            # “Ismailov's only son, Rustam”: who something is called after is not who is meant.
            yield of_name(one, weight - 2.0, preposition)
            continue
        # A name inside a longer answer is not all of the answer.
        yield of_name(
            one,
            weight - 2.0 * thing
            if one.kind == "person" and asked in ("who", "whom", "which", "what")
            else weight - 1.0,
            preposition,
        )
    if len(people) > 1:
        joined = " and ".join(dict.fromkeys(p.text for p in people[:3]))
        yield Referent("group", joined, joined, weight)
    if (
        (people and not thing)
        or len(text.split()) > LONGEST
        or _BROKEN.search(text)
        or not re.search(r"[^\W\d_]", text)
    ):
        return
    infinitive = preposition == "to" and text[0].islower() and not text.startswith(("the ", "a ", "an "))
    doing = clause.verb is not None and clause.lower[clause.verb] == "do"
    if asked in ("why", "how", "yes_no") or doing or _befell(clause) or clause.lower[-1:] == ["do"] or infinitive:
        return
    spoken = [w.lower() for w in re.findall(r"[^\W\d_][\w’'-]*", _OF.split(text.split(",")[0])[0])]
    title = all(w[0].isupper() for w in re.findall(r"[^\W\d_]{4,}", text))
    if text.split()[0].lower() in _PRONOUNS and not text.lower().startswith("his "):
        return  # “it takes six”
    if not spoken or (
        not title and any(w.replace("’", "'") in AUXILIARIES or (n and is_simple_past(w)) for n, w in enumerate(spoken))
    ):
        return
    text = without_descriptor(_ARTICLE.sub(lambda m: m[0].lower(), _INDEFINITE.sub("the ", text)))
    text = _with_person(with_owner(text, clause), library, span)
    things = listed(text)
    if things and all(t[0].isupper() for t in things[1:]):
        both = " and ".join(without_descriptor(t) for t in (", ".join(things[:-1]), things[-1]))
        yield Referent("group", both, both, weight + 0.1)
    if all(w in NUMBER_WORDS or w == "and" for w in spoken):
        return
    first, head = spoken[0], spoken[-1]
    form = verb(first) if first not in words("determiners") else None
    if first == "to" or (not title and (form is not None and form[1] != "base" and text[0].islower())):
        return  # “throws the die”: what is done is nothing to stand for
    if apposed and text == apposed[0]:
        return  # a person by name
    if asked in ("who", "whom", "whose") and all(_is_owner(n, text) for n in named):
        yield Referent(_person_sort(head), text, text, weight)
        if re.fullmatch(_NAME, text):
            # A capital alone makes no person.
            by_name = by_first_name(text)
            yield Referent(by_name, text, text, weight - (2.4 if by_name == "person" else 0.3), proper=True)
        return
    yield Referent(
        "things" if is_plural(head) and not text[0].isupper() else "thing", text, text, weight - 0.1 * bool(named)
    )


def _with_person(text: str, library: Library, span: Citation) -> str:
    """“Vell's sister”, of “his sister”: whoever of that gender the article named last before it."""
    owner, _, rest = text.partition(" ")
    gender = {"his": "m", "her": "f"}.get(owner.lower())
    if gender is None or not rest:
        return text
    entry = library.entry(span.article)
    order = {p.place: i for i, p in enumerate(entry.article.paragraphs)}
    here = order[span.place], span.start
    before = (
        ((order[m.place], m.start), person.text)
        for person in entry.names.people
        if person.gender == gender
        for m in person.mentions
        if here[0] - _FAR <= order[m.place] and (order[m.place], m.start) < here
    )
    last = max(before, default=None)
    return f"{last[1]}'s {rest}" if last is not None else text


def _befell(clause: Clause) -> bool:
    """“what happened to the ferry”: the answer tells it, and names no thing."""
    happening = clause.verb is not None and (verb(clause.lower[clause.verb]) or ("", ""))[0] == "happen"
    return happening and clause.lower[clause.verb or 0 :][1:2] == ["to"]


def _is_owner(one: Named, text: str) -> bool:
    """“Bush's government”: who the answer is named after."""
    return any(re.search(rf"\b{re.escape(w)}(?:[’']s\b|[’'](?= ))", text) for w in one.shown.split())


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


def preposition_before(library: Library, citation: Citation, at: int) -> str:
    """The one that a name in a paragraph stands after; empty for none that a place is asked with."""
    text = library.entry(citation.article).article.at(citation.place).text[:at].rstrip()
    word = text.rsplit(" ", 1)[-1].lower()
    if word in ("the", "a", "an"):
        word = text.rsplit(" ", 2)[-2].lower() if " " in text else word
    return word if word in PREPOSITIONS or word in ("from", "off") else ""
