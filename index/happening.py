"""What happened, once it has been told: “when did the roof fall in”, for “when?” after “what happened” and its answer."""

from __future__ import annotations

from index.tokens import tokenise
from index.verbs import is_participle, is_simple_past, verb

_LONGEST = 12
"""Words of an answer that are worth asking about again."""
_HELD = frozenset("is are was were has have had will would can could".split())
_DETERMINED = frozenset("a an the his her their its my our".split())


def happened(answer: str | None) -> str | None:
    """“did the roof fall in”, of “the roof fell in”; None for an answer that tells of nothing that can be asked about."""
    words = answer.strip(" .,;“”\"'").split() if answer else []
    tokens = tokenise(" ".join(words))
    if not 1 < len(words) <= _LONGEST or len(tokens) != len(words) or tokens[0].tag in "pc#":
        return None  # broken by commas or quotations, or no subject at its start
    for at, token in enumerate(tokens[1:], 1):
        if tokens[at - 1].tag == "d":
            continue
        subject, rest = " ".join(words[:at]), " ".join(words[at + 1 :])
        if token.lower in _HELD:
            return f"{token.lower} {subject} {rest}".strip()
        found = verb(token.lower)
        past = found is not None and found[1] == "past" and tokens[at - 1].tag in "nNro"
        if past and found is not None and (is_simple_past(token.lower) or is_participle(token.lower)):
            return f"did {subject} {found[0]} {rest}".strip()
        if token.tag == "p":
            break
    return f"did {' '.join(words)} happen" if tokens[0].lower in _DETERMINED else None
