"""What happened, once it has been told: “when did the roof fall in”, for “when?” after “what happened” and its answer; and to whom."""

from __future__ import annotations

from collections.abc import Callable

from index.follow_ups.clause import Clause, Phrase
from index.follow_ups.referents import is_human, sort_of
from index.lexicon import words
from index.tokens import tokenise
from index.verbs import is_participle, is_simple_past, past, third, verb

Does = Callable[[str, str], bool]
"""Whether the article says that somebody, by a noun, does what a verb says, in its base form."""

_LONGEST = 12
"""Words of an answer that are worth asking about again."""
_ACTING = {"did": "happened", "does": "happens", "do": "happens", "will": "will happen"}
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


def befell(before: Clause, given: Clause, phrase: Phrase, does: Does) -> str | None:
    """“what happened to the workers when the ferry stopped”, for “and the workers?”: people do not do what a thing does.

    None where they may, or where the question was not about what a thing did by itself.
    """
    aux, at, head = before.aux, before.verb, given.lower[phrase.last - 1]
    if aux is None or at is None or at < aux + 2 or phrase.preposition or not is_human(head) or head in words("bodies"):
        return None
    if before.kind not in ("when", "why", "how", "yes_no") or before.wh > 1 or before.lower[aux] not in _ACTING:
        return None
    subject = next((p for p in before.phrases if p.first == aux + 1), None)
    if subject is None or subject.kind == "person" or (subject.named is not None and subject.named.kind == "place"):
        return None
    if subject.named is None and sort_of(before.head(subject), subject.kind) not in ("thing", "things"):
        return None
    if any(is_human(w) for w in before.lower[aux + 1 : at]) or any(p.first == at + 1 for p in before.phrases):
        return None
    base = before.lower[at]
    if does(head, base):
        return None
    one = subject.kind != "things"
    acting = past(base) if before.lower[aux] == "did" else third(base) if one else base
    rest = before.words(at + 1, len(before.tokens))
    happening = _ACTING[before.lower[aux]]
    return " ".join(
        filter(None, ("what", happening, "to", given.text, "when", before.words(aux + 1, at), acting, rest))
    )
