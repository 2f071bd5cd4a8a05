"""Words of a question that stand for something said before it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from index.follow_ups.binding import Case, bound
from index.follow_ups.clause import Clause, is_plural
from index.follow_ups.expletive import is_empty
from index.follow_ups.main_verb import BE
from index.follow_ups.occasions import is_course
from index.follow_ups.question_form import AUXILIARIES
from index.follow_ups.referents import sort_of
from index.lexicon import is_role, verbs
from index.verbs import MOVING, PARTICLES, is_participle, verb

_FORMS: dict[str, tuple[str, Case]] = {
    "he": ("he", "subject"), "him": ("he", "object"), "his": ("he", "possessive"),
    "she": ("she", "subject"), "her": ("she", "object"), "hers": ("she", "possessive"),
    "they": ("they", "subject"), "them": ("they", "object"), "their": ("they", "possessive"), "theirs": ("they", "possessive"),
    "it": ("it", "subject"), "its": ("it", "possessive"),
    "there": ("there", "where"), "then": ("then", "when"),
    "one": ("one", "noun"), "ones": ("ones", "noun"),
    "that": ("that", "event"), "this": ("that", "event"), "so": ("that", "event"), "those": ("those", "object"), "these": ("those", "object"),
}  # fmt: skip
_BEING = frozenset(
    "is are was were be been being isn't aren't wasn't weren't will would can could may might must should".split()
)
_WHERE = (["where", "is"], ["where", "was"], ["how", "far", "is"], ["is"], ["was"])
_MUCH = frozenset(
    "lot much many little few high low big small enough normal usual average good bad record more less expensive cheap long old".split()
)
_MAKING = frozenset("make let help see hear watch".split())
"""Verbs after whose object another verb may stand in its base form."""
_RISING = frozenset("rise fall drop increase".split())
_DAYS = frozenset("today tonight yesterday tomorrow now".split())
_OWNING_UP = frozenset("admit deny regret".split())
_TAKING_SIDES = frozenset("oppose support".split())
TELLING = frozenset("tell warn promise assure inform".split())
"""Verbs that whoever hears it is the object of."""
_CHANGING = frozenset("change stop end forbid ban".split())
_DECIDING = frozenset("decide order approve cause suggest propose plan notice predict know".split())


@dataclass(frozen=True)
class Anaphor:
    """Token number `at` of a clause stands for something."""

    at: int
    pronoun: str
    """he, she, they, it, there, then or that; or what it must be: “alleged”, “contested”, “affair”."""
    case: Case
    sense: str = ""
    """Of “it”: “priced” or “costing”, where only what has a price does so; of “there”: “peopled”, where many live."""


def anaphors(clause: Clause) -> Iterator[Anaphor]:
    """The words of a clause that have no antecedent within it."""
    for at, word in enumerate(clause.lower):
        if word not in _FORMS:
            continue
        pronoun, case = _FORMS[word]
        after = clause.tokens[at + 1] if at + 1 < len(clause.tokens) else None
        if word == "her" and after is not None and after.tag in "nN#" and (verb(after.lower) or ("", ""))[1] != "ing":
            case = "object" if _made_to(clause, at) else "possessive"
        elif word == "it" and _governed(clause, at):
            case = "object"
        if word == "them" and at > 1 and clause.lower[at - 1] == "of" and is_role(clause.lower[at - 2]):
            yield Anaphor(at, "body", case)  # “the boss of them”
        elif pronoun in ("he", "she", "they"):
            if not bound(clause, at, pronoun, case):
                yield Anaphor(at, pronoun, case)
        elif word == "it" and _speaks(clause, at):
            yield Anaphor(at, "text", case)
        elif (
            (at > 2 and clause.lower[at - 2 : at] == ["mean", "by"])
            or (
                word == "it"
                and at > 1
                and _is_said(clause, at)
                and (clause.kind == "who" or clause.lower[at - 1] == "say")
            )
            or (clause.lower in (["is", "it", "true"], ["was", "it", "true"]))
        ):
            yield Anaphor(at, "said", "said")
        elif pronoun == "those":
            if after is None or after.tag == "x" or after.lower in PARTICLES:
                yield Anaphor(at, "those", "object")
        elif pronoun == "it":
            if is_course(clause, at) and not bound(clause, at, pronoun, case):
                yield Anaphor(at, "course", case)
            elif _arrives(clause, at):
                yield Anaphor(at, "destination", case)
            elif not is_empty(clause, at) and not bound(clause, at, pronoun, case):
                headed = word == "its" and after is not None and is_role(after.lower)
                yield Anaphor(at, "body" if headed else _sort_of_it(clause, at), case, _sense(clause, at))
        elif pronoun == "there":
            if _is_place(clause, at):
                peopled = clause.kind == "how" and clause.lower[at - 1] == "live"
                yield Anaphor(at, "workplace" if _stays(clause, at) else pronoun, case, "peopled" if peopled else "")
        elif case == "noun":
            if _is_noun(clause, at):
                yield Anaphor(at, pronoun, case)
        elif pronoun == "then":
            if at + 1 == len(clause.tokens) and at > 1:
                yield Anaphor(at, "next" if _goes_on(clause) else pronoun, case)
        elif word in ("that", "this") and clause.lower == ["who", "is", word]:
            yield Anaphor(at, "whoever", case)
        elif (
            word in ("that", "this")
            and clause.lower[:at] in _WHERE
            and (after is None or after.lower in ("near", "in", "from", "far"))
        ):
            yield Anaphor(at, "place", case)
        elif word == "that" and _is_judged_amount(clause, at):
            yield Anaphor(at, "amount", case)
        elif _is_demonstrative(clause, at):
            if word == "that" and clause.lower[at - 1] in ("after", "before", "since"):
                yield Anaphor(at, "happening", "said")
            elif is_course(clause, at):
                yield Anaphor(at, "course", case)
            elif _is_spent(clause, at):
                yield Anaphor(at, "amount", case)
            elif _is_changed(clause, at):
                yield Anaphor(at, "affair", case)
            elif _is_said(clause, at):
                yield Anaphor(at, "said", "said")
            elif _is_done(clause, at):
                yield Anaphor(at, "event", "said")
            elif word != "so":
                yield Anaphor(at, pronoun, case)


def _made_to(clause: Clause, at: int) -> bool:
    """“why did he make her sing on the floor”, “who saw her leave?”: she does so; not “why did she make her offer”."""
    before = (verb(clause.lower[at - 1]) or ("", ""))[0] if at else ""
    after = clause.lower[at + 1]
    further = clause.tokens[at + 2 : at + 3]
    alone = not further or further[0].tag not in "nN"  # “who saw her house burn”
    return before in _MAKING and verb(after) == (after, "base") and "she" not in clause.lower[:at] and alone


def _sort_of_it(clause: Clause, at: int) -> str:
    """“does he admit it”: what somebody did; “who resigned over it”: rather that than a thing."""
    before = clause.lower[at - 1] if at else ""
    if clause.lower[at] == "it" and (verb(before) or ("", ""))[0] in _OWNING_UP:
        return "alleged"
    if clause.lower[at] == "it" and _is_contested(clause, at):
        return "contested"
    acting = (verb(clause.lower[clause.verb]) or ("", ""))[0] if clause.verb is not None else ""
    over = before == "over" and acting not in MOVING and acting != "take"
    return "affair" if over or clause.lower[max(0, at - 2) : at] == ["because", "of"] else "it"


def _sense(clause: Clause, at: int) -> str:
    """“priced”, of “did it go up?”; “costing”, of “what did it cost?”."""
    acting = clause.verb
    if clause.lower[at] != "it" or acting is None or acting <= at:
        return ""
    return "costing" if clause.lower[acting] == "cost" else "priced" if _rises(clause, acting) else ""


def _rises(clause: Clause, acting: int) -> bool:
    """“how much will it go up”, “did it ever fall?”: a price, where one was asked for."""
    base = (verb(clause.lower[acting]) or ("", ""))[0]
    return base in _RISING or (base == "go" and clause.lower[acting + 1 : acting + 2] in (["up"], ["down"]))


def _is_contested(clause: Clause, at: int) -> bool:
    """“who is against it”, “is anyone for it?”, “did they vote in favour of it”, “who opposes it”."""
    before = clause.lower[max(0, at - 3) : at]
    favoured = before[-3:] in (["in", "favour", "of"], ["in", "favor", "of"])
    being = clause.verb is None and before[-1:] == ["for"] and (clause.kind == "who" or _somebody_is(clause, at - 1))
    taking_sides = (verb("".join(before[-1:])) or ("", ""))[0] in _TAKING_SIDES
    return favoured or being or taking_sides or before[-1:] == ["against"]


def _somebody_is(clause: Clause, end: int) -> bool:
    """“is anyone”, “was the president”, “were they”: who may be for something."""
    if clause.aux != 0 or clause.lower[0] not in BE or end < 2:
        return False
    subject = clause.phrases[0] if clause.phrases and clause.phrases[0].first == 1 else None
    if subject is None or subject.last != end:
        return end == 2 and clause.lower[1] in ("anyone", "anybody", "everyone", "everybody", "he", "she", "they")
    return subject.kind == "person" or is_role(clause.lower[end - 1]) or sort_of(clause.lower[end - 1], "") == "group"


def _speaks(clause: Clause, at: int) -> bool:
    """“what does it say about the towers”: a report or a letter, where one was spoken of."""
    after = [verb(w) for w in clause.lower[at + 1 : at + 2]]
    saying = (
        bool(after) and after[0] is not None and after[0] in (("say", "base"), ("mention", "base"), ("claim", "base"))
    )
    return saying and at > 0 and clause.lower[at - 1] in ("do", "does", "did")


def _governed(clause: Clause, at: int) -> bool:
    """“it” after a verb or a preposition."""
    before = clause.tokens[at - 1] if at else None
    after = clause.tokens[at + 1] if at + 1 < len(clause.tokens) else None
    acts = after is not None and (after.tag == "x" or (verb(after.lower) or ("", ""))[1] in ("past", "s"))
    if before is None or before.lower in AUXILIARIES or acts:
        return False
    return before.tag == "p" or (before.tag == "n" and verb(before.lower) is not None)


def _is_place(clause: Clause, at: int) -> bool:
    """“who lives there”, “what do drivers there pay”; not “how many are there”, “there was”."""
    before = clause.lower[at - 1] if at else ""
    after = clause.lower[at + 1] if at + 1 < len(clause.tokens) else ""
    if before in ("be", "been") and not after:
        return True  # “how long has she been there”
    if before in _BEING:
        return clause.kind == "who" and not after
    # “for there old songs”, “reach there goals”, where “their” is meant
    noun = at + 1 < len(clause.tokens) and clause.tokens[at + 1].tag in "nN" and verb(after) is None
    form = verb(before) or ("", "")
    acting = form[1] in ("base", "ing") and after not in _DAYS
    owned = form[1] == "past" and form[0] not in MOVING and is_plural(after)  # “lost there jobs”
    return (
        bool(before)
        and not (noun and (clause.tokens[at - 1].tag in "pr" or acting or owned))
        and before not in AUXILIARIES
        and after not in _BEING
        and before not in ("that", "if", "because", "and")
    )


def _arrives(clause: Clause, at: int) -> bool:
    """“did she make it”, “will they make it on time”: to where they were going, or the thing that was spoken of."""
    making = at > 1 and clause.verb == at - 1 and (verb(clause.lower[at - 1]) or ("", ""))[0] == "make"
    rest = clause.lower[at + 1 :]
    return (
        making
        and clause.kind == "yes_no"
        and (not rest or rest in (["in", "time"], ["on", "time"], ["in", "the", "end"]))
    )


def _stays(clause: Clause, at: int) -> bool:
    """“how long has she worked there”, “been there”: a place, or a body."""
    return (verb(clause.lower[at - 1]) or (clause.lower[at - 1], ""))[0] in ("work", "live", "study", "been")


def _is_noun(clause: Clause, at: int) -> bool:
    """“the new one”, “which one”; not “no one”, “one of them”, “the one who”, “that one report”."""
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
        and before not in ("no", "any", "every", "some", "that", "this")
        and after not in ("of", "who", "that", "which", "in", "with", "on")
    )


def _goes_on(clause: Clause) -> bool:
    """“what did she do then”, “where did they go then”: afterwards, not at that time."""
    acting = verb(clause.lower[clause.verb]) if clause.verb is not None else None
    return acting is not None and (acting[0] in MOVING or acting[0] in ("do", "happen"))


def _is_spent(clause: Clause, at: int) -> bool:
    """“what did she spend that on”: money."""
    return at > 0 and (verb(clause.lower[at - 1]) or ("", ""))[0] == "spend"


def _is_changed(clause: Clause, at: int) -> bool:
    """“who changed that”: rather what was done than a thing."""
    return at + 1 == len(clause.tokens) and (verb(clause.lower[at - 1]) or ("", ""))[0] in _CHANGING


def _is_said(clause: Clause, at: int) -> bool:
    """“who said that”, “when did he say this”, “who told her that”."""
    if _is_told(clause, at):
        return True
    before = verb(clause.lower[at - 1]) if at else None
    return (
        before is not None
        and before[0] in verbs("say")
        and (at + 1 == len(clause.tokens) or (at + 2 == len(clause.tokens) and clause.lower[at + 1] == "to"))
    )


def _is_told(clause: Clause, at: int) -> bool:
    """“who told her that”, “when was Quill told that”: with whoever was told between, or before."""
    if at < 2 or at + 1 < len(clause.tokens) or clause.lower[at] not in ("that", "this"):
        return False
    telling = next(
        (i for i in range(at - 1, max(0, at - 4), -1) if (verb(clause.lower[i]) or ("", ""))[0] in TELLING), 0
    )
    between = clause.tokens[telling + 1 : at]
    return telling > 0 and (telling == clause.verb or not between) and all(t.tag in "drnN" for t in between)


def _is_done(clause: Clause, at: int) -> bool:
    """“who decided that”: what happened, not a thing."""
    before = verb(clause.lower[at - 1]) if at else None
    return before is not None and before[0] in _DECIDING and at + 1 == len(clause.tokens)


def _is_judged_amount(clause: Clause, at: int) -> bool:
    """“is that a lot?”, “how much is that in euros”."""
    after = clause.lower[at + 1 :]
    if clause.lower[at - 1] not in ("is", "was") or not after:
        return False
    if clause.lower[: at - 1] == ["how", "much"]:
        return after[0] in ("in", "per", "each", "a")
    return at == 1 and after[-1] in _MUCH and len(after) < 4


def _is_demonstrative(clause: Clause, at: int) -> bool:
    """“who said that”, “when was that”; not “the man that left”, “he said that”, “that report”."""
    before = clause.lower[at - 1] if at else ""
    after = clause.tokens[at + 1] if at + 1 < len(clause.tokens) else None
    if (
        is_course(clause, at)
        or _is_told(clause, at)
        or (_is_spent(clause, at) and after is not None and after.tag == "p")
    ):
        return True
    if before == "like" or clause.text.lower() in ("what is that", "what is this", "who is this", "what is this about"):
        return False
    if after is None:
        return (
            at > 0
            and clause.tokens[at - 1].tag in "pxn"
            and before != "do"  # what is done is no thing
            and not clause.text.lower().startswith(("who wrote", "when was this"))
        )
    if before in AUXILIARIES and clause.lower[at] == "that":
        return (
            (verb(after.lower) or ("", "s"))[1] != "s"
            and after.tag == "n"
            and (at + 2 >= len(clause.tokens) or clause.tokens[at + 2].tag in "pacn" or is_participle(after.lower))
        ) or after.lower in ("be", "been", "also", "still")
    return False
