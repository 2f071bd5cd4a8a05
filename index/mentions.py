"""Whom a paragraph mentions, in words that could be the subject of “said”: names, pronouns, noun phrases."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from index.entities import Entity, Names
from index.gazetteer import kinds
from index.lexicon import is_role, words
from index.names import Name, fold
from index.tokens import Token, speech_verbs

MentionKind = Literal["person", "name", "place", "he", "they", "i", "it", "who", "role", "body", "noun"]

_PRONOUNS: dict[str, MentionKind] = {
    "he": "he", "she": "he", "they": "they", "i": "i", "we": "i", "it": "it", "you": "they", "who": "who",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mention:
    """Tokens `first` to `last` (exclusive) of a folded paragraph, characters `start` to `end` of its text."""

    paragraph: int
    first: int
    last: int
    start: int
    end: int
    kind: MentionKind
    head: str
    """Its last word in lower case."""
    modifier: bool
    """True where it only qualifies what follows: “Clinton’s”, “the Clinton” in “the Clinton campaign”."""
    name: Name | None = None
    entity: Entity | None = None


def find_mentions(paragraph: int, tokens: Sequence[Token], names: Names) -> list[Mention]:
    """The mentions outside of quotations, in order. Names within a noun phrase are mentions of their own."""
    starts = {token.start: position for position, token in enumerate(tokens)}
    found = list(_named(paragraph, tokens, names, starts))
    taken = {position for mention in found if not mention.modifier for position in range(mention.first, mention.last)}
    found += _pronouns(paragraph, tokens)
    found += _nominals(paragraph, tokens, taken)
    return sorted(found, key=lambda m: (m.first, m.last))


def _named(paragraph: int, tokens: Sequence[Token], names: Names, starts: dict[int, int]) -> Iterator[Mention]:
    for name in names.names[paragraph]:
        first = starts.get(name.start)
        if first is None:
            continue
        last = first
        while last < len(tokens) and tokens[last].end <= name.end:
            last += 1
        title = starts.get(name.title_start, first)
        entity = names.entity(name)
        following = tokens[last].lower if last < len(tokens) else ""
        noun = following in words("roles") or following in words("bodies") or following == "campaign"
        modifier = following in ("'s", "'") or (noun and tokens[last].tag == "n" and following not in speech_verbs())
        known: MentionKind = "place" if tuple(map(fold, name.words)) in kinds() else "name"
        kind: MentionKind = "person" if entity.person else known
        start = tokens[title].start
        yield Mention(paragraph, title, last, start, name.end, kind, tokens[last - 1].lower, modifier, name, entity)


def _pronouns(paragraph: int, tokens: Sequence[Token]) -> Iterator[Mention]:
    for position, token in enumerate(tokens):
        if token.tag == "r" or token.lower == "who":
            word = token.lower.split("'")[0]
            kind = _PRONOUNS.get(word, "it")
            yield Mention(paragraph, position, position + 1, token.start, token.end, kind, word, False)


def is_cue(tokens: Sequence[Token], position: int) -> bool:
    """A form of a verb of saying that is not used as a noun there."""
    token = tokens[position]
    if token.tag not in "nN" or token.lower not in speech_verbs():
        return False
    before = tokens[position - 1] if position else None
    if token.tag == "N" and not (before is None or before.tag in ".:Q—-"):
        return False
    if before is None:
        return token.lower.endswith(("ed", "ing", "said")) or token.lower not in words("bodies")
    lemma = speech_verbs()[token.lower][0]
    after = tokens[position + 1] if position + 1 < len(tokens) else None
    if is_role(token.lower) and after is not None and after.tag == "N":
        return False  # “prosecuting counsel Owen Farr”
    if before.tag in "ds" and before.lower not in (
        "that",
        "this",
        "another",
        "many",
        "some",
        "others",
        "all",
        "both",
        "few",
        "one",
    ):
        return False
    # “the latest report”: a bare form that follows a noun phrase is its head.
    return not (token.lower in words("bodies") and before.tag == "n" and token.lower == lemma)


def _nominals(paragraph: int, tokens: Sequence[Token], taken: set[int]) -> Iterator[Mention]:
    position = 0
    while position < len(tokens):
        token = tokens[position]
        if position in taken or token.tag not in "dnN#":
            position += 1
            continue
        end = position
        while end < len(tokens) and end not in taken and tokens[end].sentence == token.sentence:
            inner = tokens[end]
            if inner.tag in "nN#s":
                if end > position and is_cue(tokens, end):
                    break
            elif inner.tag != "d" or end > position:
                break
            end += 1
        if end == position:
            position += 1
            continue
        if not (end - position == 1 and is_cue(tokens, position)):
            yield _nominal(paragraph, tokens, position, end)
        position = end


def _nominal(paragraph: int, tokens: Sequence[Token], first: int, last: int) -> Mention:
    head = tokens[last - 1].lower
    kind: MentionKind = "noun"
    # A verb that the lists do not know may end the run: the last role in it tells what it is about.
    for position in range(last - 1, first - 1, -1):
        token = tokens[position]
        if is_role(token.lower):
            kind, head, last = "role", token.lower, position + 1
            break
        if token.lower in words("bodies"):
            kind, head = "body", token.lower
            break
    modifier = tokens[last - 1].tag == "s"
    return Mention(paragraph, first, last, tokens[first].start, tokens[last - 1].end, kind, head, modifier)
