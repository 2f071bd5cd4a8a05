"""Who may have said a quotation: the mentions around it, each with the verb that it governs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from index.mentions import Mention
from index.scenes import Frame, Scene


@dataclass(frozen=True, slots=True)
class Candidate:
    """A frame and the paragraph it stands in."""

    scene: Scene
    frame: Frame

    @property
    def mention(self) -> Mention:
        """Who would be the speaker."""
        return self.frame.mention


@dataclass(frozen=True, slots=True)
class Before:
    """The quotation before: its paragraph, token and chosen candidate."""

    paragraph: int
    position: int
    candidate: Candidate
    closed: bool
    """Whether a closing mark ended it."""
    other: Candidate | None = None
    """Who spoke before that, where somebody else did: in a dialogue, the next turn is theirs."""


def following(before: Before | None, scene: Scene, stretch: int, chosen: Candidate) -> Before:
    """What the next quotation must know, once `chosen` is found to have said this one."""
    other = None
    if before:
        same = before.candidate.mention is chosen.mention or (
            chosen.mention.entity is not None and chosen.mention.entity is before.candidate.mention.entity
        )
        near = scene.number - before.paragraph <= 2
        other = None if not near else before.other if same else before.candidate
    return Before(scene.number, scene.quote_at[stretch], chosen, scene.stretches[stretch].closed, other)


_MOST = 60
"""How many frames of a paragraph compete at most."""


def candidates(scenes: Sequence[Scene], number: int, stretch: int, before: Before | None) -> list[Candidate]:
    """All who compete for a quotation: the mentions of its paragraph nearby, of the neighbours, and the last speaker."""
    scene = scenes[number]
    position = scene.quote_at[stretch]
    sentence = scene.tokens[position].sentence
    # Text that is hardly more than marks gets few candidates, so that time stays in step with length.
    count = len(scene.stretches)
    most = _MOST if count < 8 else max(1, len(scene.text) // (8 * count))
    around = scene.near(position, range(sentence - 4, sentence + 3), most, opening=8)
    found = [Candidate(scene, f) for f in around]
    if number and position < 3 and scenes[number - 1].tokens:
        earlier = scenes[number - 1]
        end, last = len(earlier.tokens), earlier.tokens[-1].sentence
        found += [Candidate(earlier, f) for f in earlier.near(end, range(last, last + 1), most)]
    if number + 1 < len(scenes) and len(scene.tokens) - position <= 2:
        later = scenes[number + 1]
        found += [Candidate(later, f) for f in later.near(0, range(1), most)]
    for speaker in (before.candidate, before.other) if before else ():
        if speaker and speaker not in found:
            found.append(speaker)
    return found
