"""Who said what, word for word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from index.article import Article, Citation
from index.attribution import Description
from index.contenders import Before, Candidate, candidates, following
from index.coreference import Coreference
from index.entities import Entity
from index.names import surname
from index.ranker import probabilities
from index.roles import find_roles
from index.scenes import Scene, Stage, read_stage
from index.transcripts import Turn

QuoteKind = Literal["speech", "fragment", "scare"]


@dataclass(frozen=True, slots=True)
class Quote:
    """Words between quotation marks, and who said them."""

    kind: QuoteKind
    parts: tuple[Citation, ...]
    """The words without their marks; several where a speech tag or a new paragraph breaks the quotation."""
    speaker: Citation | None
    """The speaker's fullest name, wherever the article gives it; the words beside the quotation where no name is known."""
    source: Citation | None
    """The words beside the quotation that name the speaker: a name, a pronoun, a noun phrase."""
    cue: Citation | None
    """The words that attribute it: “said”, “according to”."""
    confidence: float
    """0 to 1: how sure the speaker is."""


def find_quotes(article: Article) -> tuple[Quote, ...]:
    """All quotations of the article's body, in its order."""
    stage = read_stage(article)
    scenes = stage.scenes[: stage.body]
    if not any(scene.stretches for scene in scenes):
        return ()
    coreference = Coreference(scenes, find_roles(stage.scenes), _author(stage))
    found: list[Quote] = []
    before: Before | None = None
    last: Candidate | None = None
    for scene in scenes:
        for number in range(len(scene.stretches)):
            if scene.turn and number == 0:
                found.append(_turn(article.name, stage, scene, scene.turn))
                last = None
                continue
            kind, chosen, confidence = _attribute(scenes, scene.number, number, before)
            entity = coreference.resolve(chosen.mention) if chosen else None
            quote = _cited(article.name, stage, scene, number, (kind, chosen, confidence), entity)
            if chosen:
                before = following(before, scene, number, chosen)
                if entity:
                    coreference.spoke(chosen.mention, entity)
            if last and chosen and chosen.frame == last.frame and _continues(found[-1], quote, scenes, scene, number):
                joined = found[-1].parts + quote.parts
                found[-1] = replace(found[-1], parts=joined, confidence=min(found[-1].confidence, quote.confidence))
            else:
                found.append(quote)
            last = chosen
    return tuple(found)


def _author(stage: Stage) -> Entity | None:
    for place, names in zip(stage.places, stage.names.names, strict=True):
        if place == "byline":
            return next((e for e in map(stage.names.entity, names) if e.person), None)
    return None


def _turn(article: str, stage: Stage, scene: Scene, turn: Turn) -> Quote:
    """What stands after a name and a colon in an interview."""
    place = stage.places[scene.number]
    label = scene.text[turn.start : turn.end]
    source = Citation(article, place, turn.start, turn.end)
    entity = _answering(stage) if len(label) == 1 else _called(stage, surname(label.split()))
    speaker: Citation | None = source if len(label) > 1 else None
    if entity:
        name = entity.fullest
        speaker = Citation(article, stage.places[name.paragraph], name.start, name.end)
    words = Citation(article, place, *_trimmed(scene.text, scene.stretches[0].start, scene.stretches[0].end))
    return Quote(
        "speech", (words,), speaker, source, Citation(article, place, turn.end, turn.end + 1), 0.95 if speaker else 0.5
    )


def _called(stage: Stage, key: str) -> Entity | None:
    return next((e for e in stage.names.entities if e.person and any(n.key == key for n in e.names)), None)


def _answering(stage: Stage) -> Entity | None:
    """Who answers in an interview that calls the answers “A”: whom the paragraphs around it name most."""
    around = [n for s, names in zip(stage.scenes, stage.names.names, strict=True) if not s.turn for n in names]
    people = [e for e in (stage.names.entity(n) for n in around) if e.person]
    return max(people, key=people.count) if people else None


def _continues(earlier: Quote, later: Quote, scenes: Sequence[Scene], scene: Scene, number: int) -> bool:
    """Two stretches are one quotation where both are speech by one and the same tag, with nothing between but it.

    In a new paragraph, the quotation must have been left open at the end of the last.
    """
    if not (earlier.kind == later.kind == "speech" and earlier.source == later.source):
        return False
    if number:
        here, there = scene.quote_at[number], scene.quote_at[number - 1]
        return scene.tokens[here].sentence - scene.tokens[there].sentence <= 1
    above = scenes[scene.number - 1].stretches if scene.number else ()
    return bool(above) and not above[-1].closed


_PROSE = 400
"""A paragraph of more quotations than this is no prose; nobody is looked for who said them."""


def _attribute(
    scenes: Sequence[Scene], number: int, stretch: int, before: Before | None
) -> tuple[QuoteKind, Candidate | None, float]:
    """The kind of a stretch between marks, who said it in which words, and how sure that is."""
    if len(scenes[number].stretches) > _PROSE:
        return "scare", None, 0.0
    found = candidates(scenes, number, stretch, before)
    description = Description(scenes, number, stretch, before)
    shares, nobody = probabilities(description, found)
    kind = _kind(description, nobody)
    if kind == "scare":
        return kind, None, nobody
    chosen, confidence = _best(found, shares)
    return kind, chosen, min(confidence, 0.5) if description.untagged_turn else confidence


def _cited(
    article: str,
    stage: Stage,
    scene: Scene,
    stretch: int,
    attributed: tuple[QuoteKind, Candidate | None, float],
    entity: Entity | None,
) -> Quote:
    kind, chosen, confidence = attributed
    marks = scene.stretches[stretch]
    words = Citation(article, stage.places[scene.number], *_trimmed(scene.text, marks.start, marks.end))
    if chosen is None:
        return Quote(kind, (words,), None, None, None, round(confidence, 3))
    mention = chosen.mention
    source = Citation(article, stage.places[mention.paragraph], mention.start, mention.end)
    cue = None
    if chosen.frame.cue:
        tokens = chosen.scene.tokens[chosen.frame.cue.first : chosen.frame.cue.last]
        cue = Citation(article, stage.places[mention.paragraph], tokens[0].start, tokens[-1].end)
    # A pronoun names nobody: where it stands for no one that the article names, the speaker is unclear.
    speaker = None if mention.kind in _UNNAMED else source
    if entity is not None:
        name = entity.fullest
        speaker = Citation(article, stage.places[name.paragraph], name.start, name.end)
    return Quote(kind, (words,), speaker, source, cue, round(confidence, 3))


_UNNAMED = frozenset(["he", "they", "i", "it", "who"])


def _best(found: Sequence[Candidate], shares: Sequence[float]) -> tuple[Candidate | None, float]:
    """The mention with the largest probability over all its verbs, and that among those who might have said it."""
    if not found:
        return None, 0.0
    by_mention: dict[int, float] = {}
    for candidate, share in zip(found, shares, strict=True):
        key = id(candidate.mention)
        by_mention[key] = by_mention.get(key, 0.0) + share
    key = max(by_mention, key=lambda k: by_mention[k])
    best = max((i for i, c in enumerate(found) if id(c.mention) == key), key=lambda i: shares[i])
    total = sum(shares)
    return found[best], by_mention[key] / total if total else 0.0


_SCARE = 0.6
_SCARE_TITLE = 0.15
_SCARE_SENTENCE = 0.7
"""From these probabilities of nobody on, words are taken for scare quotes. Less is enough for what stands by itself and
looks like the title of a book or a film, which must not be sold as speech; more is needed for a sentence of its own."""


def _kind(description: Description, nobody: float) -> QuoteKind:
    """Speech stands by itself; a fragment is built into the writer's sentence."""
    threshold = _SCARE
    if description.alone and description.ending in ".?!" and description.joint in ("start", ".", ":"):
        threshold = _SCARE_SENTENCE
    elif description.alone and (description.capitals > 0.6 or description.ending == "bare"):
        threshold = _SCARE_TITLE
    if nobody > threshold:
        return "scare"
    return "speech" if description.alone else "fragment"


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
