"""Words of a question that stand for something said before it, and what they stand for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.binding import Case, bound
from index.clause import AUXILIARIES, Clause
from index.irregular import NUMBER_WORDS
from index.lexicon import verbs
from index.referents import Referent, Sort
from index.verbs import is_participle, verb

_FORMS: dict[str, tuple[str, Case]] = {
    "he": ("he", "subject"), "him": ("he", "object"), "his": ("he", "possessive"),
    "she": ("she", "subject"), "her": ("she", "object"), "hers": ("she", "possessive"),
    "they": ("they", "subject"), "them": ("they", "object"), "their": ("they", "possessive"), "theirs": ("they", "possessive"),
    "it": ("it", "subject"), "its": ("it", "possessive"),
    "there": ("there", "where"), "then": ("then", "when"),
    "one": ("one", "noun"), "ones": ("ones", "noun"),
    "that": ("that", "event"), "this": ("that", "event"), "so": ("that", "event"), "those": ("they", "object"), "these": ("they", "object"),
}  # fmt: skip
_FITTING: dict[str, dict[Sort, float]] = {
    "he": {"man": 0.0, "person": -0.4},
    "she": {"woman": 0.0, "person": -0.4},
    "they": {"group": 0.0, "things": 0.0, "person": -1.2, "man": -1.8, "woman": -1.8, "thing": -1.0, "place": -1.8},
    "it": {"thing": 0.0, "group": -0.3, "place": -0.8, "things": -2.2},
    "there": {"place": 0.0, "thing": -1.6},
    "then": {"time": 0.0},
    "said": {"claim": 0.0},
    "event": {"event": 0.0},
    "one": {"thing": 0.0, "things": -0.3},
    "ones": {"things": 0.0, "thing": -0.5},
    "that": {"thing": 0.0, "things": -0.5, "group": -0.8, "place": -1.0},
}
_UNLIKE_A_BODY = 2.2
_LEAST = -0.5
"""What a referent must weigh to be taken."""
_BEING = frozenset(
    "is are was were be been being isn't aren't wasn't weren't will would can could may might must should".split()
)
_WEATHER = frozenset(
    "rain snow rains snows raining snowing seem seems seemed appear appears look looks matter matters say says mention mentions tell tells turns".split()
)
_JUDGED = frozenset(
    "true possible likely unlikely clear certain known expected said reported believed thought legal illegal ok okay necessary important safe better best worth fair hard easy difficult".split()
)


@dataclass(frozen=True)
class Anaphor:
    """Token number `at` of a clause stands for something."""

    at: int
    pronoun: str
    """he, she, they, it, there, then or that."""
    case: Case


@dataclass(frozen=True)
class Resolved:
    """A question with its anaphors replaced, and each with what it was taken for."""

    text: str
    pairs: tuple[tuple[str, str], ...]


def anaphors(clause: Clause) -> Iterator[Anaphor]:
    """The words of a clause that have no antecedent within it."""
    for at, word in enumerate(clause.lower):
        if word not in _FORMS:
            continue
        pronoun, case = _FORMS[word]
        after = clause.tokens[at + 1] if at + 1 < len(clause.tokens) else None
        if word == "her" and after is not None and after.tag in "nN#" and (verb(after.lower) or ("", ""))[1] != "ing":
            case = "possessive"
        elif word == "it" and _governed(clause, at):
            case = "object"
        if pronoun in ("he", "she", "they") and word not in ("those", "these"):
            if not bound(clause, at, pronoun, case):
                yield Anaphor(at, pronoun, case)
        elif word == "it" and clause.kind == "who" and at > 1 and _is_said(clause, at):
            yield Anaphor(at, "said", "said")
        elif word in ("those", "these"):
            if after is None or after.tag == "x":
                yield Anaphor(at, "they", "object")
        elif pronoun == "it":
            if not _empty(clause, at) and not bound(clause, at, pronoun, case):
                yield Anaphor(at, pronoun, case)
        elif pronoun == "there":
            if _is_place(clause, at):
                yield Anaphor(at, pronoun, case)
        elif case == "noun":
            if _is_noun(clause, at):
                yield Anaphor(at, pronoun, case)
        elif pronoun == "then":
            if at + 1 == len(clause.tokens) and at > 1:
                yield Anaphor(at, pronoun, case)
        elif _is_demonstrative(clause, at):
            if _is_said(clause, at):
                yield Anaphor(at, "said", "said")
            elif _is_done(clause, at):
                yield Anaphor(at, "event", "said")
            elif word != "so":
                yield Anaphor(at, pronoun, case)


def resolve(clause: Clause, known: Sequence[Referent]) -> Resolved | None:
    """The question with what its anaphors stand for; None where there is none, or nothing that fits."""
    chosen: dict[int, tuple[Anaphor, Referent]] = {}
    by_pronoun: dict[str, Referent] = {}
    found = list(anaphors(clause))
    # Of two different ones the object comes first: what is done to things seldom leaves open who does it.
    for anaphor in sorted(found, key=lambda a: a.case != "object"):
        if anaphor.pronoun in by_pronoun and not _parted(anaphor, chosen):
            chosen[anaphor.at] = (anaphor, by_pronoun[anaphor.pronoun])
            continue
        taken = {r.shown for _, r in chosen.values()} | _named_in(clause, anaphor)
        common = [r for r in known if not r.proper and " of " not in r.text] if anaphor.case == "noun" else known
        fitting = [
            (r.weight + _FITTING[anaphor.pronoun][r.sort] - _UNLIKE_A_BODY * _no_body(anaphor, r), -i, r)
            for i, r in enumerate(common)
            if r.sort in _FITTING[anaphor.pronoun] and r.shown not in taken and r.text.lower() not in taken
        ]
        best = max(fitting, default=None, key=lambda item: item[:2])
        if best is not None and best[0] >= _LEAST:
            chosen[anaphor.at] = (anaphor, best[2])
            by_pronoun.setdefault(anaphor.pronoun, best[2])
    if not chosen:
        return None
    return _replaced(clause, chosen)


def _no_body(anaphor: Anaphor, referent: Referent) -> bool:
    """“they” is a company, and hardly ever a stage."""
    return anaphor.pronoun == "they" and referent.sort == "thing" and not referent.proper


def _parted(anaphor: Anaphor, chosen: dict[int, tuple[Anaphor, Referent]]) -> bool:
    """“they hide them”: subject and object of one kind are two."""
    cases = {a.case for a, _ in chosen.values() if a.pronoun == anaphor.pronoun}
    return anaphor.case in ("subject", "object") and bool(cases & ({"subject", "object"} - {anaphor.case}))


def _named_in(clause: Clause, anaphor: Anaphor) -> set[str]:
    """What the message names itself: a pronoun beside it stands for another."""
    if anaphor.case == "possessive":
        return set()
    inside: set[str] = set()
    for phrase in clause.phrases:
        inside.add(clause.words(phrase.first, phrase.last).lower())
        if phrase.named is not None:
            inside.add(phrase.named.shown)
    return inside


def _replaced(clause: Clause, chosen: dict[int, tuple[Anaphor, Referent]]) -> Resolved:
    pieces, done, pairs = [], 0, []
    for at in sorted(chosen):
        anaphor, referent = chosen[at]
        token = clause.tokens[at]
        if anaphor.case == "possessive" and any(chosen[i][1] is referent for i in chosen if i < at):
            continue  # “what did Quill say about her deputy”
        text, shown = _fitted(clause, anaphor, referent), referent.shown
        pieces += [clause.text[done : token.start], text]
        done = token.end
        pairs.append((token.lower, shown))
    return Resolved("".join([*pieces, clause.text[done:]]), tuple(dict.fromkeys(pairs)))


def _fitted(clause: Clause, anaphor: Anaphor, referent: Referent) -> str:
    if anaphor.case == "possessive":
        return f"{referent.text}'s"
    if anaphor.case == "noun":
        return referent.text.split()[-1]
    if anaphor.case not in ("where", "when") or clause.tokens[anaphor.at - 1].tag == "p":
        return referent.text
    going = anaphor.at and (verb(clause.lower[anaphor.at - 1]) or ("", ""))[0] in (
        "go",
        "get",
        "come",
        "travel",
        "fly",
        "move",
        "return",
        "drive",
    )
    preposition = "to" if going and anaphor.case == "where" else referent.preposition
    if preposition not in ("in", "at", "on", "near", "to", "during", "by", "since"):
        preposition = "in"
    return f"{preposition} {referent.text}"


def _governed(clause: Clause, at: int) -> bool:
    """“it” after a verb or a preposition."""
    before = clause.tokens[at - 1] if at else None
    after = clause.tokens[at + 1] if at + 1 < len(clause.tokens) else None
    acts = after is not None and (after.tag == "x" or (verb(after.lower) or ("", ""))[1] in ("past", "s"))
    if before is None or before.lower in AUXILIARIES or acts:
        return False
    return before.tag == "p" or (before.tag == "n" and verb(before.lower) is not None)


def _empty(clause: Clause, at: int) -> bool:
    """“how long does it take to rebuild a bridge”, “is it true that”, “what time is it”: it stands for nothing."""
    after = clause.lower[at + 1 :]
    before = clause.lower[at - 1] if at else ""
    if "since" in after[:3] and after[0] in ("been", "is", "was"):
        return True
    if not after:
        return clause.lower[:2] == ["what", "time"] or clause.text.lower() in ("what is it", "who is it")
    if (verb(after[0]) or ("", ""))[0] in ("say", "mention", "tell") and "did" in clause.lower:
        return False  # but “what does it say” asks the article
    if (
        after[:2] in (["came", "to"], ["comes", "to"])
        or after[0] in _WEATHER
        or (after[0] == "about" and len(after) == 1)
    ):
        return True
    if (verb(before) or ("", ""))[0] == "make" and (
        after[0] in ("into", "onto", "to", "in", "past", "through") or after[0] in NUMBER_WORDS
    ):
        return True
    copular = before in ("is", "was", "be", "isn't", "wasn't") or after[0] in ("is", "was", "would", "will", "be")
    considered = (verb(before) or ("", ""))[0] in ("make", "find", "think", "consider", "take", "call", "deem")
    if before in ("is", "was") and (
        after[0] in ("till", "until") or any(w in ("who", "that", "which", "when") for w in after[:-1])
    ):
        return True
    taking = next((i for i, w in enumerate(after[:3]) if (verb(w) or ("", ""))[0] in ("take", "cost")), None)
    if taking is not None and "to" in after[taking:]:
        return len(after) > after.index("to") + 2
    joint = next((i for i, w in enumerate(after[:6]) if w in ("to", "that", "for", "if")), None)
    if (copular or considered) and joint:
        judged = after[joint - 1]
        return judged in _JUDGED or (
            not is_participle(judged) and judged not in ("worth", "due", "going", "able", "used", "open", "close")
        )
    return False


def _is_place(clause: Clause, at: int) -> bool:
    """“who lives there”, “what do drivers there pay”; not “how many are there”, “there was”."""
    before = clause.lower[at - 1] if at else ""
    after = clause.lower[at + 1] if at + 1 < len(clause.tokens) else ""
    if before in _BEING:
        return clause.kind == "who" and not after
    # “for there old songs”, where “their” is meant
    noun = at + 1 < len(clause.tokens) and clause.tokens[at + 1].tag in "nN" and verb(after) is None
    return (
        bool(before)
        and not (noun and clause.tokens[at - 1].tag in "pr")
        and before not in AUXILIARIES
        and after not in _BEING
        and before not in ("that", "if", "because", "and")
    )


def _is_noun(clause: Clause, at: int) -> bool:
    """“the new one”, “which one”; not “no one”, “one of them”, “the one who”."""
    before = clause.lower[at - 1] if at else ""
    after = clause.lower[at + 1] if at + 1 < len(clause.tokens) else ""
    start = max(
        (i for i, t in enumerate(clause.tokens[:at]) if t.lower in ("the", "which", "that", "this", "what")), default=-1
    )
    near = (
        start >= 0
        and at - start <= 3
        and all(t.tag in "nN#d" for t in clause.tokens[start:at] if t.lower not in ("which", "that", "what"))
    )
    return (
        near
        and before not in ("no", "any", "every", "some")
        and after not in ("of", "who", "that", "which", "in", "with", "on")
    )


def _is_said(clause: Clause, at: int) -> bool:
    """“who said that”, “when did he say this”."""
    before = verb(clause.lower[at - 1]) if at else None
    return before is not None and before[0] in verbs("say") and at + 1 == len(clause.tokens)


_DECIDING = frozenset("decide order approve cause suggest propose plan notice predict know".split())


def _is_done(clause: Clause, at: int) -> bool:
    """“who decided that”: what happened, not a thing."""
    before = verb(clause.lower[at - 1]) if at else None
    return before is not None and before[0] in _DECIDING and at + 1 == len(clause.tokens)


def _is_demonstrative(clause: Clause, at: int) -> bool:
    """“who said that”, “when was that”; not “the man that left”, “he said that”, “that report”."""
    before = clause.lower[at - 1] if at else ""
    after = clause.tokens[at + 1] if at + 1 < len(clause.tokens) else None
    if before == "like" or clause.text.lower() in ("what is that", "what is this", "who is this", "what is this about"):
        return False
    if after is None:
        return (
            at > 0
            and clause.tokens[at - 1].tag in "pxn"
            and not clause.text.lower().startswith(("who wrote", "when was this"))
        )
    if before in AUXILIARIES and clause.lower[at] == "that":
        return (
            (verb(after.lower) or ("", "s"))[1] != "s"
            and after.tag == "n"
            and (at + 2 >= len(clause.tokens) or clause.tokens[at + 2].tag in "pacn" or is_participle(after.lower))
        ) or after.lower in ("be", "been", "also", "still")
    return False
