"""The words that an article describes a person with: titles, appositions, “X is the …”, “who now serves as …”."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.entities import Entity
from index.lexicon import is_role, words
from index.scenes import Scene
from index.tokens import QUOTE, Token

_LONGEST = 24
_SERVING = frozenset(
    ["serves", "served", "is", "was", "became", "leads", "led", "heads", "headed", "runs", "ran", "run", "chairs", "chaired", "represents",
     "represented", "works", "worked", "keeps", "kept", "owns", "owned", "teaches", "taught", "manages", "managed", "oversees", "oversaw",
     "directs", "directed", "edits", "edited", "hosts", "founded", "co-founded", "covers", "studies", "studied", "coaches", "coached", "follows", "tracks", "advises",
     "lives", "plays", "specialises", "specializes", "researches", "campaigns", "farms", "sells", "drives"]
)  # fmt: skip
_JOINING = frozenset(["of", "for", "to", "at", "in", "from", "and", "with", "on", "&"])


@dataclass(frozen=True, slots=True)
class Role:
    """Characters `start` to `end` of a paragraph that describe an entity."""

    entity: Entity
    paragraph: int
    start: int
    end: int
    text: str


def find_roles(scenes: Sequence[Scene]) -> list[Role]:
    """All descriptions of people, in order, each wording once a person."""
    found: list[Role] = []
    seen: set[tuple[int, str]] = set()
    for scene in scenes:
        for entity, first, last in _in_scene(scene):
            start, end = scene.tokens[first].start, scene.tokens[last - 1].end
            text = scene.text[start:end]
            if (id(entity), text.lower()) not in seen:
                seen.add((id(entity), text.lower()))
                found.append(Role(entity, scene.number, start, end, text))
    return found


def _in_scene(scene: Scene) -> Iterator[tuple[Entity, int, int]]:
    tokens = scene.tokens
    starts = {t.start: i for i, t in enumerate(tokens)}
    for mention in scene.mentions:
        if mention.entity is None or mention.name is None or not mention.entity.person:
            continue
        name = starts.get(mention.name.start, mention.first)
        for span in (
            _before(tokens, mention.first, name),
            _after(tokens, mention.last),
            _is(tokens, mention.last),
            _beside(tokens, mention.first, mention.last),
            _label(tokens, mention.first),
        ):
            if span:
                yield mention.entity, *span


def _describes(tokens: Sequence[Token]) -> bool:
    return any(_is_role(t) for t in tokens)


def _is_role(token: Token) -> bool:
    word = token.lower
    if word in words("honorifics"):
        return False
    return is_role(word) or word.rsplit("-", 1)[-1] in words("roles") or word in words("titles")


def _before(tokens: Sequence[Token], first: int, name: int) -> tuple[int, int] | None:
    """“former Obama adviser David Axelrod”, “then-US Ambassador to Russia William Burns”."""
    start = first
    while start > first - _LONGEST // 2 and start and tokens[start - 1].tag in "nN#s":
        if tokens[start - 1].sentence != tokens[first].sentence:
            break
        if tokens[start - 1].tag == "n" and not _modifies(tokens, start - 1, name):
            break
        start -= 1
    if start and tokens[start - 1].lower in ("to", "of", "for") and name > start - 1:
        title = start - 1
        while title > start - _LONGEST // 2 and title and tokens[title - 1].tag in "nN":
            title -= 1
        if _describes(tokens[title : start - 1]) and tokens[start - 2].text[0].isupper():
            start = title
    while start < name and tokens[start].tag in "s":
        start += 1
    while start < name and tokens[start].lower in words("honorifics"):
        start += 1
    return (start, name) if start < name and _describes(tokens[start:name]) else None


def _modifies(tokens: Sequence[Token], position: int, name: int) -> bool:
    """A lower-case word before a name belongs to its description where a role follows it, or it is one."""
    return _is_role(tokens[position]) or (
        _describes(tokens[position + 1 : name]) and not tokens[position].lower.endswith(("ed", "ing"))
    )


def _after(tokens: Sequence[Token], last: int) -> tuple[int, int] | None:
    """“Mo Elleithee, a Clinton aide and now director of the institute.”, “Burns, who now serves as the CIA director”."""
    if last < len(tokens) and tokens[last].lower in ("himself", "herself"):
        last += 1
    if last < len(tokens) and tokens[last].lower == "who":
        return _relative(tokens, last)
    if last + 1 >= len(tokens) or tokens[last].tag != ",":
        return None
    start = last + 1
    if tokens[start].lower == "who":
        return _relative(tokens, start)
    if tokens[start].tag == "#" and start + 1 < len(tokens) and tokens[start + 1].tag == ",":
        start += 2
    end = _phrase_end(tokens, start)
    opening = tokens[start:end]
    if not opening or opening[0].tag not in "dnNa#" or not _describes(opening):
        return None
    # The role stands in the head, before the first preposition; what follows “and” may be another person.
    head: list[Token] = []
    for token in opening:
        if token.tag in "pc":
            break
        head.append(token)
    if not _describes(head) or any(t.tag in "xro" for t in head):
        return None
    if (
        opening[0].tag == "N"
        and not any(t.tag == "n" for t in head)
        and tokens[end - 1].tag == "N"
        and end - start <= 3
    ):
        return None  # “Clinton, Donald Trump, …” is a list
    return start, end


def _relative(tokens: Sequence[Token], start: int) -> tuple[int, int] | None:
    end = _phrase_end(tokens, start)
    inner = [t.lower for t in tokens[start:end]]
    # “who has run the shop”: the verb after the auxiliary.
    return (start, end) if len(inner) > 3 and _SERVING & set(inner[1:4]) and end - start <= _LONGEST else None


def _is(tokens: Sequence[Token], last: int) -> tuple[int, int] | None:
    """“Dave DeCamp is the news editor of Antiwar.com”."""
    if last + 2 >= len(tokens) or tokens[last].lower not in ("is", "was", "became", "remains"):
        return None
    start = last + 1
    while start < len(tokens) and tokens[start].tag == "a":
        start += 1
    if start >= len(tokens) or tokens[start].tag not in "dnN":
        return None
    end = _phrase_end(tokens, start)
    head: list[Token] = []
    for token in tokens[start:end]:
        if token.tag in "pcxr":
            break
        head.append(token)
    return (start, end) if head and _is_role(head[-1]) else None


def _beside(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int] | None:
    """“A Twitter spokesman, Christopher Abboud, said”."""
    if first < 2 or tokens[first - 1].tag != "," or last >= len(tokens) or tokens[last].tag not in ",.":
        return None
    start = first - 1
    while start > max(0, first - _LONGEST) and tokens[start - 1].tag in "nNsdp#":
        if tokens[start - 1].sentence != tokens[first].sentence:
            break
        start -= 1
        head = _head(tokens[start : first - 1])
        if tokens[start].tag == "d" and head and _is_role(head[-1]):
            break
    head = _head(tokens[start : first - 1])
    if not head or not _is_role(head[-1]) or head[0].tag not in "dN":
        return None
    return (start, first - 1)


def _label(tokens: Sequence[Token], first: int) -> tuple[int, int] | None:
    """“Author: Dave DeCamp”."""
    labelled = first in (2, 3) and tokens[first - 1].tag == ":" and _is_role(tokens[first - 2])
    return (0, first - 1) if labelled else None


def _head(tokens: Sequence[Token]) -> list[Token]:
    """A noun phrase up to its first preposition."""
    head: list[Token] = []
    for token in tokens:
        if token.tag == "p":
            break
        head.append(token)
    return head


def _phrase_end(tokens: Sequence[Token], start: int) -> int:
    """The end of a description: its comma, a verb, a quotation, or the end of the sentence."""
    end = start
    sentence = tokens[start].sentence if start < len(tokens) else 0
    while end < len(tokens) and tokens[end].sentence == sentence and end - start < _LONGEST:
        token = tokens[end]
        if token.tag in ".;:(—" or token.tag == QUOTE:
            break
        if token.tag == ",":
            break
        if token.tag == "x" and end > start and tokens[start].lower != "who":
            break
        if (
            token.lower in ("said", "says", "told", "wrote", "who", "which", "that", "while", "but", "because", "when")
            and end > start
        ):
            break
        end += 1
    while end > start and tokens[end - 1].lower in _JOINING:
        end -= 1
    return end
