"""Questions as people type them: lower case, no question mark, key words only, slips of the finger."""

from __future__ import annotations

from random import Random

_DROPPED = frozenset(
    "a an the is are was were be been do does did has have had of to in on at for by with that this it its and".split()
)


def noisy(question: str, random: Random) -> str:
    """`question`, or one time in three a rougher form of it."""
    r = random.random()
    if r < 0.15:
        return question.lower().rstrip("?. ")
    if r < 0.20:
        return question.rstrip("?. ")
    if r < 0.25:
        return key_words(question)
    if r < 0.33:
        slipped = slip(question, random)
        return slipped.lower().rstrip("?. ") if random.random() < 0.5 else slipped
    return question


def key_words(question: str) -> str:
    """The words that carry the question, lower case; all of it where fewer than three are left."""
    kept = [w for w in question.lower().rstrip("?. ").split() if w not in _DROPPED]
    return " ".join(kept) if len(kept) >= 3 else question


def slip(question: str, random: Random) -> str:
    """One or two words with a letter swapped, lost, doubled or replaced by a neighbour."""
    parts = question.split(" ")
    long = [i for i, w in enumerate(parts) if len(w) > 3 and w.isalpha()]
    for i in random.sample(long, min(len(long), 1 + (random.random() < 0.3))):
        w, at = parts[i], random.randrange(1, len(parts[i]) - 1)
        parts[i] = random.choice(
            (
                w[:at] + w[at + 1] + w[at] + w[at + 2 :],
                w[:at] + w[at + 1 :],
                w[:at] + w[at] + w[at:],
                w[:at] + random.choice("aeioustrnlm") + w[at + 1 :],
            )
        )
    return " ".join(parts)
