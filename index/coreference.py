"""Whom “he”, “the NATO chief” or “who” stands for, from what the article said before."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from index.entities import Entity
from index.lexicon import words
from index.mentions import Mention
from index.roles import Role
from index.scenes import Scene
from index.tokens import Token

_FARTHEST = 12
"""Sentences back that a pronoun reaches."""
_MOST = 80
"""How many mentions, or roles, are weighed."""
_SUBJECT = frozenset(
    [
        "subject",
        "apposition",
        "apposition-name",
        "one-comma",
        "bracket",
        "who-comma",
        "who-inner",
        "inverted",
        "comma",
        "of-phrase",
    ]
)
_HEADS = (
    frozenset(["chief", "head", "leader", "boss", "president", "chairman", "chairwoman", "secretary-general", "director", "director-general", "premier"]),
    frozenset(["senator", "sen", "sen.", "lawmaker", "legislator"]),
    frozenset(["congressman", "congresswoman", "rep", "rep.", "representative", "lawmaker", "legislator"]),
    frozenset(["governor", "gov", "gov."]),
    frozenset(["spokesman", "spokeswoman", "spokesperson"]),
    frozenset(["minister", "premier", "leader"]),
    frozenset(["professor", "prof", "prof.", "academic", "scholar"]),
    frozenset(["general", "gen", "gen.", "commander"]),
    frozenset(["attorney", "lawyer"]),
    frozenset(["adviser", "advisor", "aide"]),
    frozenset(["doctor", "dr", "dr.", "physician"]),
)  # fmt: skip


class Coreference:
    """Answers for the body of one article; the speakers found so far are told to it as they are found."""

    def __init__(self, scenes: Sequence[Scene], roles: Sequence[Role], author: Entity | None = None) -> None:
        """`author`: whom the byline names, for “I”."""
        self._author = author
        self._roles = roles
        self._scenes = scenes
        self._offsets: list[int] = []
        total = 0
        for scene in scenes:
            self._offsets.append(total)
            total += (scene.tokens[-1].sentence + 1) if scene.tokens else 1
        self._people: list[tuple[int, int, Mention, bool]] = []
        for scene in scenes:
            subjects = {id(f.mention) for f in scene.frames if f.path in _SUBJECT}
            for mention in scene.mentions:
                if mention.kind == "person":
                    subject = id(mention) in subjects or self._leads(scene, mention)
                    self._people.append((self._sentence(mention), mention.first, mention, subject))
        self._where = [sentence for sentence, *_ in self._people]
        self._named: dict[int, list[int]] = {}
        for sentence, _, mention, _ in self._people:
            self._named.setdefault(id(mention.entity), []).append(sentence)
        self._speakers: list[tuple[int, Entity]] = []

    def spoke(self, mention: Mention, entity: Entity) -> None:
        """Tells who was found to have said the quotation at hand."""
        self._speakers.append((self._sentence(mention), entity))

    def resolve(self, mention: Mention) -> Entity | None:
        """The person or body that a mention stands for; None where the article leaves it open."""
        if mention.entity is not None and not mention.entity.person:
            if mention.head in words("nationals") | words("demonyms") and self._definite(mention):
                return self._pronoun(mention) or mention.entity
            # “a resident of the village of Upper Zel, Giorgi Maisuradze, said”
            return (self._named_beside(mention) if self._tokens(mention)[0].tag == "p" else None) or mention.entity
        if mention.entity is not None:
            return mention.entity
        if mention.head in ("he", "she") or (mention.head.endswith("-year-old") and self._definite(mention)):
            return self._pronoun(mention)
        if mention.head == "i":
            return self._author
        if mention.kind == "who":
            return self._antecedent(mention)
        if mention.kind == "role":
            return self._described(mention)
        return None

    def _sentence(self, mention: Mention) -> int:
        return self._offsets[mention.paragraph] + self._scenes[mention.paragraph].tokens[mention.first].sentence

    @staticmethod
    def _leads(scene: Scene, mention: Mention) -> bool:
        """Nothing but its own description stands between the start of the sentence, or a comma, and the mention."""
        tokens, position = scene.tokens, mention.first
        while position and position > mention.first - 8 and tokens[position - 1].tag in "dnN#s":
            position -= 1
        before = tokens[position - 1] if position else None
        if mention.modifier:
            return False
        return before is None or before.tag in ".cQ" or (before.tag == "," and mention.first < 12)

    def _definite(self, mention: Mention) -> bool:
        tokens = self._scenes[mention.paragraph].tokens
        return "the" in (tokens[mention.first].lower, tokens[max(0, mention.first - 1)].lower)

    def _pronoun(self, mention: Mention) -> Entity | None:
        wanted = {"he": "m", "she": "f"}.get(mention.head)
        here = self._sentence(mention)
        scores: dict[int, tuple[float, Entity]] = {}
        led: list[tuple[int, Entity]] = []
        end = bisect_right(self._where, here)
        for sentence, first, other, subject in self._people[max(0, end - _MOST) : end]:
            distance = here - sentence
            if other.entity is None or not 0 <= distance <= _FARTHEST or (distance == 0 and first > mention.first):
                continue
            gender = other.entity.gender
            if wanted and gender in ("m", "f") and gender != wanted:
                continue
            score = (
                2.0 * subject - 0.7 * distance - 1.0 * other.modifier - 0.5 * (gender != wanted) * (wanted is not None)
            )
            score -= 1.2 * (other.paragraph != mention.paragraph)
            if subject and distance:
                led.append((sentence, other.entity))
            if id(other.entity) not in scores or score > scores[id(other.entity)][0]:
                scores[id(other.entity)] = (score, other.entity)
        for sentence, entity in self._speakers[-3:]:
            if id(entity) in scores and here - sentence <= 6:
                # Whoever was introduced since then takes the floor.
                since = any(at > sentence and who is not entity for at, who in led)
                score, _ = scores[id(entity)]
                scores[id(entity)] = (score + (0.3 if since else 1.2), entity)
        return max(scores.values(), key=lambda item: item[0])[1] if scores else None

    def _antecedent(self, mention: Mention) -> Entity | None:
        """“Burns, who said”: the person named last before."""
        before = [m for m in self._beside(mention) if 0 <= mention.first - m.last <= 8]
        return before[-1].entity if before else None

    def _beside(self, mention: Mention) -> list[Mention]:
        """The people named in the mention's sentence."""
        here = self._sentence(mention)
        start, end = bisect_left(self._where, here), bisect_right(self._where, here)
        return [m for _, _, m, _ in self._people[start : min(end, start + _MOST)]]

    def _tokens(self, mention: Mention) -> list[Token]:
        """The token before a mention, and its own."""
        return self._scenes[mention.paragraph].tokens[max(0, mention.first - 1) : mention.last]

    def _named_beside(self, mention: Mention) -> Entity | None:
        """Whom the next words name: “Rovers coach Vincent Okoro”, “a UN spokesperson, Helen Strand,”."""
        tokens = self._scenes[mention.paragraph].tokens
        comma = mention.last < len(tokens) and tokens[mention.last].tag == ","
        named = [m for m in self._beside(mention) if m.first == mention.last + comma]
        return named[0].entity if named and not named[0].modifier else None

    def _described(self, mention: Mention) -> Entity | None:
        """“the NATO chief”: the person with such a role; of several, the one named last before."""
        tokens = self._scenes[mention.paragraph].tokens[mention.first : mention.last]
        named = self._named_beside(mention)
        if named:
            return named
        if not tokens or tokens[0].lower != "the":
            return None
        said = [t.lower for t in tokens[1:]]
        alike = {mention.head}.union(*(heads for heads in _HEADS if mention.head in heads))
        modifiers = {w for w in said if w != mention.head}
        best: tuple[tuple[float, int], Entity] | None = None
        for role in self._roles[:_MOST]:
            text = {w.strip(".,").lower() for w in role.text.replace("’s", "").split()}
            text |= {part for w in text for part in w.split("-") if len(w.split("-")) > 1}
            if not (alike & text or alike & {w + "." for w in text}):
                continue
            shared = len(modifiers & text)
            if modifiers and not shared:
                continue
            named_in = self._named.get(id(role.entity), [])
            earlier = bisect_right(named_in, self._sentence(mention))
            if not earlier or self._of_other_gender(mention.head, role.entity):
                continue
            key = (shared + (mention.head in text) * 0.5, named_in[earlier - 1])
            if best is None or key > best[0]:
                best = key, role.entity
        return best[1] if best else None

    @staticmethod
    def _of_other_gender(head: str, entity: Entity) -> bool:
        return (head in words("men") and entity.gender == "f") or (head in words("women") and entity.gender == "m")
