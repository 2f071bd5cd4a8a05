"""What stands around a name and tells whether it is a person's."""

from __future__ import annotations

from collections.abc import Sequence

from index.lexicon import is_role, words
from index.tokens import Token, speech_verbs


def evidence(tokens: Sequence[Token], start: int, end: int, cut: int) -> tuple[str, ...]:
    """For the name in tokens `start` to `end`, the first `cut` of which are titles.

    For a person: title, role (“spokesman”), described (“, a nurse”), speech, relative (“, who”). Against one: the (“the
    Senate”), part (“Club for Growth”), in (“in Ely”).
    """
    seen: list[str] = []
    ahead = words("titles") | words("title_acronyms")
    office = start > 1 and cut and tokens[start - 1].lower in ("of", "for", "to")
    if any(t.lower in ahead or is_role(t.lower) for t in tokens[start - 2 * office : start + cut]):
        seen.append("title")
    before = tokens[start - 1] if start else None
    after = tokens[end] if end < len(tokens) else None
    if before is not None:
        if is_role(before.lower):
            seen.append("role")
        elif before.lower == "the" and not cut:
            seen.append("the")
        elif start > 1 and before.lower in ("of", "for", "and", "on", "&") and tokens[start - 2].tag == "N" and not cut:
            seen.append("part")
        elif before.lower in ("in", "at", "near", "across", "throughout", "into") and not cut:
            seen.append("in")
        elif before.lower in speech_verbs() and speech_verbs()[before.lower][1] != "describe" and before.tag == "n":
            seen.append("speech")
    if _is_described(tokens, start, end):
        seen.append("described")
    if after is not None:
        following = tokens[end + 1] if end + 1 < len(tokens) else None
        if after.lower in speech_verbs() and speech_verbs()[after.lower][1] != "describe":
            seen.append("speech")
        elif (
            after.lower == "who"
            or (after.text == "," and following is not None and following.lower in ("who", "whose"))
            or (after.text == "," and following is not None and following.tag == "#" and len(following.text) == 2)
            or (after.tag in ("x", "a") and following is not None and following.lower in speech_verbs())
        ):
            seen.append("relative")
    return tuple(seen)


def _is_described(tokens: Sequence[Token], start: int, end: int) -> bool:
    """“her husband, Archie,” or “Eilidh Reid, a nurse in Inverness”."""
    if start > 1 and tokens[start - 1].text == "," and (end >= len(tokens) or tokens[end].tag in ",.s”"):
        position = start - 2
        role = False
        while position >= max(0, start - 12) and tokens[position].tag in "nNpds#":
            role = role or is_role(tokens[position].lower)
            if (
                role
                and (tokens[position].tag == "d" or tokens[position + 1].tag == "s")
                and _is_role_phrase(tokens[position:start])
            ):
                return True
            position -= 1
    if end + 2 < len(tokens) and tokens[end].text == "," and tokens[end + 1].tag == "d":
        for token in tokens[end + 2 : end + 7]:
            if token.tag not in "nN#":
                return False
            if is_role(token.lower):
                return True
    return False


def _is_role_phrase(tokens: Sequence[Token]) -> bool:
    """“a resident of the village”: the head, before any preposition, is a role."""
    head = ""
    for token in tokens:
        if token.tag == "p" or token.text == ",":
            break
        head = token.lower
    return is_role(head)
