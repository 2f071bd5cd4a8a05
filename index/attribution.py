"""A quotation and the candidates that the grammar proposes, described by features for the ranker.

Quotations are attributed as in O'Keefe et al. 2012 (“A Sequence Labelling Approach to Quote Attribution”): all
mentions near a quotation compete, each with the verb that it governs; the choice for the quotation before is known.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from index.contenders import Before, Candidate
from index.lexicon import words
from index.scenes import Cue, Scene
from index.tokens import Token

_SECOND = re.compile(
    r"(?<!\b[A-Z])(?<!Mr)(?<!Ms)(?<!Mrs)(?<!Dr)(?<!St)(?<!Sen)(?<!Rep)(?<!Gov)(?<! )[.?!][)'’”\"]* +[A-Z“‘]"
)
"""A sentence end with another sentence after it."""


def _bucket(count: int) -> str:
    return str(count) if count < 4 else "6" if count < 7 else "12" if count < 13 else "25" if count < 26 else "++"


def _quote_features(scene: Scene, stretch: int) -> tuple[str, str, str]:
    """How the quotation begins, ends and is joined to the words before it."""
    position = scene.quote_at[stretch]
    token = scene.tokens[position]
    text = token.text
    opening = "lower" if text[:1].islower() else "upper"
    ending = text[-1:] if text[-1:] in ",.?!" else ("—" if text[-1:] in "—-–" else "bare")
    previous = scene.tokens[position - 1] if position else None
    joint = (
        "start"
        if previous is None
        else previous.tag
        if previous.tag in ",.:—-Q("
        else ("that" if previous.lower == "that" else "word")
    )
    return opening, ending, joint


class Description:
    """Features of the candidates for one quotation."""

    def __init__(self, scenes: Sequence[Scene], number: int, stretch: int, before: Before | None) -> None:
        self.scene = scenes[number]
        self.number = number
        self.stretch = stretch
        self.position = self.scene.quote_at[stretch]
        self.token = self.scene.tokens[self.position]
        self.opening, self.ending, self.joint = _quote_features(self.scene, stretch)
        self.before = before
        self.short = len(self.token.text.split()) < 4
        self.alone = self._stands_alone()
        words_in = self.token.text.split()
        self.capitals = sum(w[:1].isupper() for w in words_in) / max(1, len(words_in))
        self.shape = f"{self.opening[0]}{self.ending}{self.joint}"

    def _stands_alone(self) -> bool:
        """A sentence of the speaker's own, not words built into the writer's."""
        text = self.token.text
        if self.joint not in ("word", "that"):
            return not self.short or (self.opening == "upper" and self.ending != "bare")
        if self.opening == "lower":
            return _SECOND.search(text) is not None
        title = all(not w[:1].islower() for w in text.split() if len(w) > 3)
        return not self.short and not title

    def features(self, candidate: Candidate) -> list[str]:
        """The features of one candidate, as strings; each stands for a weight."""
        frame, mention = candidate.frame, candidate.mention
        tokens = candidate.scene.tokens
        place = self._place(candidate)
        cue = frame.cue
        strength = cue.strength if cue else "none"
        path = frame.path
        kind = mention.kind
        modifier = "mod" if mention.modifier else ""
        found = [
            f"place={place}",
            f"path={path}|{strength}",
            f"kind={kind}{modifier}",
            f"kind={kind}{modifier}|path={path}",
            f"place={place}|path={path}",
            f"place={place}|kind={kind}",
            f"place={place}|strength={strength}",
            f"place={place}|shape={self.shape}",
            f"place={place.split('/')[0]}|path={path}|strength={strength}|{'short' if self.short else 'long'}{self.joint}",
        ]
        if cue:
            gap = mention.first - cue.last if cue.first < mention.first else cue.first - mention.last
            found.append(f"reach={_bucket(gap)}|{path}")
            if cue.strength in ("say", "speak", "gerund", "accord"):
                found.append(f"lemma={cue.lemma}|{path if path in ('inverted', 'subject') else 'other'}")
            else:
                found.append(f"lemma={cue.lemma}")
            found += self._cue_features(candidate, cue)
        if mention.first and tokens[mention.first - 1].tag == "p":
            found.append(f"prep={tokens[mention.first - 1].lower}|{path}")
        elif mention.first:
            found.append(f"left={tokens[mention.first - 1].tag}|{path}")
        if self.before:
            found += self._before_features(candidate)
        return found

    def _place(self, candidate: Candidate) -> str:
        """Where the candidate stands to the quotation, and what stands between them."""
        scene, frame = candidate.scene, candidate.frame
        if scene.number != self.number:
            steps = self.number - scene.number
            if steps == 1:
                return f"earlier:{scene.closing() if scene.closing() in ':.Q' else 'x'}/{min(self.position, 2)}"
            return "later" if steps < 0 else f"far/{min(steps, 4)}"
        tokens = scene.tokens
        if frame.first > self.position:
            start, end, side = self.position + 1, frame.first, "after"
            sentences = tokens[frame.first].sentence - self.token.sentence
        elif frame.last <= self.position:
            start, end, side = frame.last, self.position, "before"
            sentences = self.token.sentence - tokens[frame.last - 1].sentence
        else:
            return "around"
        quotes = scene.quotes[end] - scene.quotes[start]
        distance = _bucket(scene.content[end] - scene.content[start])
        if sentences:
            side += f"+{min(sentences, 3)}"
            distance = "q" if quotes else ""
        return f"{side}/{distance}{'Q' if quotes else ''}"

    def _cue_features(self, candidate: Candidate, cue: Cue) -> list[str]:
        scene = candidate.scene
        if scene.number != self.number:
            return []
        tokens = scene.tokens
        if cue.last <= self.position:
            start, end, side = cue.last, self.position, "before"
        else:
            start, end, side = self.position + 1, max(cue.first, self.position + 1), "after"
        crossed = scene.stops[end] > scene.stops[start]
        quotes = min(2, scene.quotes[end] - scene.quotes[start])
        content = scene.content[end] - scene.content[start]
        rivals = scene.governing[end] - scene.governing[start]
        mentions = scene.people[end] - scene.people[start]
        if crossed:
            side += "+"
        found = [
            f"cue={side}/{_bucket(content)}|{quotes}",
            f"cue={side}/{_bucket(content)}|{cue.strength}|{self.joint}",
            f"rivals={side}/{min(rivals, 3)}",
            f"people={side}/{min(mentions, 3)}",
        ]
        if end > start and side == "before":
            last = tokens[end - 1]
            word = last.tag if last.tag in ",:" else last.lower if end - start == 1 else ""
            found.append(f"join={tokens[start].tag}{word}|{self.opening}")
        if side == "after":
            after = tokens[cue.last].tag if cue.last < len(tokens) else "end"
            found.append(f"then={after}|{candidate.frame.path}|{_bucket(content)}")
        return found

    def _before_features(self, candidate: Candidate) -> list[str]:
        assert self.before is not None
        chosen, mention = self.before.candidate.mention, candidate.mention
        if mention is chosen:
            return [f"again|{self._since}", f"again|{self._since}|{self.shape}", f"again|{mention.kind}"]
        if self.before.other and mention is self.before.other.mention:
            return [f"turn|{self._since}", f"turn|{self._since}|{self.shape}"]
        if mention.entity is not None and mention.entity is chosen.entity:
            return [f"entity|{self._since.split('|')[0]}"]
        return [f"new|{self._since}"]

    @property
    def untagged_turn(self) -> bool:
        """A paragraph that is nothing but a quotation, where two were speaking: no words say which of them it is."""
        lone = len(self.scene.tokens) == 1
        return lone and self.before is not None and self.before.closed and self.before.other is not None

    @cached_property
    def _since(self) -> str:
        """What lies between the quotation before and this one."""
        assert self.before is not None
        if self.before.paragraph != self.number:
            lone = "l" if len(self.scene.tokens) == 1 else "m" if self.position else "s"
            return f"other|{min(self.number - self.before.paragraph, 3)}{lone}{'' if self.before.closed else 'open'}"
        tokens = self.scene.tokens[self.before.position + 1 : self.position]
        sentences = self.token.sentence - self.scene.tokens[self.before.position].sentence
        return f"same|{min(sentences, 3)}{self._outside(self.before.candidate, tokens)}"

    def _outside(self, chosen: Candidate, between: Sequence[Token]) -> str:
        """Whether a sentence of the writer's own stands between the two quotations."""
        if not between:
            return "none"
        own = {t.sentence for t in between if t.tag not in "Q.,"}
        if chosen.scene.number == self.number:
            own.discard(chosen.scene.tokens[chosen.mention.first].sentence)
        own.discard(self.token.sentence)
        inside = any(t.sentence == self.token.sentence and t.tag not in ".,;" for t in between)
        return f"{'own' if own else 'tag'}{'+' if inside else ''}"

    def nobody(self) -> list[str]:
        """The features of the answer that nobody said it: a term, a title, a nickname."""
        tokens = self.scene.tokens
        text = self.token.text
        size = len(text.split())
        previous = tokens[self.position - 1] if self.position else None
        following = tokens[self.position + 1] if self.position + 1 < len(tokens) else None
        title = "title" if size > 1 and self.capitals > 0.6 else "capital" if text[:1].isupper() else "lower"
        found = [
            "nobody",
            f"nobody|size={_bucket(size)}|{self.joint}",
            f"nobody|{title}|{_bucket(size)}",
            f"nobody|shape={self.shape}",
            f"nobody|alone={self.alone}|{'short' if self.short else 'long'}|{title}",
            f"nobody|next={following.tag if following else 'end'}|{self.joint}|{'short' if self.short else 'long'}",
            f"nobody|same={len(self.scene.stretches) > 1}",
        ]
        if following is not None and following.tag in "pcx":
            found.append(f"nobody|then={following.lower}")
        if following is not None and following.lower in words("works") | words("roles"):
            found.append(f"nobody|thing|{title}")
        if previous is not None:
            word = previous.lower
            kind = (
                word if word in _TERM or word in words("prepositions") or word in words("determiners") else previous.tag
            )
            found.append(f"nobody|last={kind}")
            found.append(f"nobody|last={kind}|{title}")
            two = tokens[self.position - 2].lower if self.position > 1 else ""
            if previous.tag == "s" and two in words("things") | words("organisations"):
                found.append(f"nobody|broadcaster|{title}")
            if two in _TERM:
                found.append(f"nobody|second={two}")
        if any(
            t.lower in words("works")
            for t in tokens[max(0, self.position - 3) : self.position]
            if t.sentence == self.token.sentence
        ):
            found.append(f"nobody|work|{title}")
        found += self._nearest_cue(title)
        found.append(f"nobody|cue={self.token.sentence in self.scene.speaking}|{'short' if self.short else 'long'}")
        return found

    def _nearest_cue(self, title: str) -> list[str]:
        """How near the verb of saying before the quotation is, in its sentence, and what kind it is."""
        scene = self.scene
        last = scene.governing[self.position]
        if not last:
            return [f"nobody|near=none|{title}"]
        cue = scene.cues[last - 1]
        if scene.tokens[cue.first].sentence != self.token.sentence:
            return [f"nobody|near=none|{title}"]
        distance = _bucket(scene.content[self.position] - scene.content[min(cue.last, self.position)])
        return [
            f"nobody|near={cue.strength}/{distance}",
            f"nobody|near={distance}|{title}|{self.joint}",
            f"nobody|lemma={cue.lemma}",
        ]


_TERM = frozenset(
    [
        "called", "as", "so-called", "dubbed", "known", "term", "word", "words", "phrase", "titled", "named", "nicknamed", "entitled",
        "labeled", "labelled", "slogan", "hashtag", "book", "song", "show", "film", "movie", "series", "program", "headline", "headlined",
        "like", "acronym", "meaning", "branded", "self-described", "sign", "signs", "shirt", "hat", "hats", "album", "novel", "episode",
    ]
)  # fmt: skip
