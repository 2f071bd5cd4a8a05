"""A paragraph as tagged tokens, each quotation folded into one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from index.lexicon import verbs, words
from index.quotation_marks import Stretch

QUOTE = "Q"
_TOKEN = re.compile(
    r"""(?=[A-Z]) (?:
        (?:[A-Z]\.){2,}(?:[A-Z]\b)?            # U.S., J.D.
        | (?:Mr|Mrs|Ms|Mx|Dr|Prof|Sen|Rep|Reps|Sens|Gov|Gen|Lt|Col|Sgt|Capt|Maj|Adm|Cmdr|Cpl|Pvt|Rev|Hon|St|Jr|Sr|Inc|Corp|Co|Ltd|No|
            Jan|Feb|Mar|Apr|Aug|Sept|Oct|Nov|Dec|Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Mass|Md|Mich|Minn|Miss|Mo|
            Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Va|Vt|Wash|Wis|Wyo|Dist|Atty|Supt|Ald|Asst|Mt|Ft|Messrs|Mme)\.(?=\s)
        | [DRI]-[A-Z][a-zA-Z]*\.?(?:[A-Z]\.)*     # a party and a state
        | [A-Z]\.(?=\s[A-Z])                      # an initial
      )
    | (?:vs\.(?=\s) | https?://\S+)
    | [^\W\d_](?:[^\W_]|['’](?!s\b)(?=[^\W_])|[-‐‑&/](?=[^\W_])|\.(?=(?:com|org|net|gov|edu|co|uk|tv|io|eu|de|fr)\b))*
    | \d+(?:-[a-z]+)+ | \d+(?:[.,:/]\d+)*%?
    | ['’]s\b
    | [@\#]\w+
    | [.]{2,} | --+ | [^\s\w] | \w""",
    re.VERBOSE,
)


_ARABIC = re.compile(r"(?:al|el|ad|an|ar|as|ash|at|az)-[A-Z]")


class Token(NamedTuple):
    """Characters `start` to `end`; `tag` is a class of words that the grammar of attribution needs."""

    text: str
    lower: str
    """The text in lower case, apostrophes straight."""
    start: int
    end: int
    tag: str
    """Q quotation, N capitalised, n other word, d determiner, p preposition, c conjunction, r subject pronoun,
    o object pronoun, x auxiliary, a adverb, # number, s possessive ending, or the punctuation itself."""
    sentence: int
    """Number of its sentence in the paragraph, from 0."""
    stretch: int = -1
    """Which of the paragraph's quotations a Q stands for."""


@cache
def _tags() -> dict[str, str]:
    tags: dict[str, str] = {}
    for name, tag in (
        ("determiners", "d"), ("prepositions", "p"), ("conjunctions", "c"), ("subject", "r"),
        ("object", "o"), ("auxiliaries", "x"), ("adverbs", "a"),
    ):  # fmt: skip
        for word in words(name):
            tags.setdefault(word, tag)
    return tags


@lru_cache(maxsize=1 << 14)
def _read(text: str) -> tuple[str, str]:
    """A word or mark in lower case, and its class."""
    return text.lower().replace("’", "'"), _tag(text)


def _tag(text: str) -> str:
    first = text[0]
    if not first.isalnum():
        if text in ("'s", "’s"):
            return "s"
        return {
            "–": "—",
            "--": "—",
            "---": "—",
            "…": ".",
            "...": ".",
            "....": ".",
            "?": ".",
            "!": ".",
            "[": "(",
            "]": ")",
        }.get(text, "N" if first == "@" and len(text) > 1 else first)
    if first.isdigit():
        return "#"
    lower = text.lower().replace("’", "'")
    tag = _tags().get(lower)
    if tag:
        return tag
    for ending in ("'d", "'ll", "'ve", "'re", "'m"):
        if lower.endswith(ending) and _tags().get(lower[: -len(ending)]) == "r":
            return "r"
    if lower.endswith("ly") and len(lower) > 4 and first.islower():
        return "a"
    return "N" if first.isupper() or _ARABIC.match(text) else "n"


def tokenise(text: str, stretches: Sequence[Stretch] = ()) -> list[Token]:
    """Tokens of a paragraph in order. A quotation is one token, with sentence ends inside it folded away."""
    tokens: list[Token] = []
    sentence = 0
    position = 0
    for number, stretch in enumerate((*stretches, None)):
        until = stretch.outer_start if stretch else len(text)
        for match in _TOKEN.finditer(text, position, until):
            word = match.group()
            lower, tag = _read(word)
            if tokens and tokens[-1].tag in _CLOSING and _starts_sentence(tokens, tag, word):
                sentence += 1
            tokens.append(Token(word, lower, match.start(), match.end(), tag, sentence))
        if stretch:
            before = tokens[-1] if tokens else None
            if before and (before.tag == "." or (before.tag == QUOTE and before.text[-1:] in ".?!…")):
                sentence += 1
            inner = text[stretch.start : stretch.end].strip()
            tokens.append(Token(inner, "", stretch.outer_start, stretch.outer_end, QUOTE, sentence, number))
            position = stretch.outer_end
    return tokens


_CLOSING = frozenset({".", ")", QUOTE})
"""Classes of what a sentence may end with."""


def _starts_sentence(tokens: list[Token], tag: str, word: str) -> bool:
    """Whether a word begins a sentence; the last token is of a closing class."""
    last = tokens[-1]
    if last.tag == ".":
        return word[0].isupper() or word[0].isdigit() or word[0] in "[(@#•" or tag == "—"
    if last.tag == ")" and len(tokens) > 1 and tokens[-2].tag == ".":
        return word[0].isupper()
    if last.tag == ")":
        return False
    # “… done.” Then he left. But: “Done?” Clinton asked.
    ending = last.text[-1:]
    return ending in ".…" and last.text[-3:] != "..." and word[0].isupper() and tag != "."


@cache
def speech_verbs() -> dict[str, tuple[str, str]]:
    """Verb forms that attribute words to somebody: form -> (lemma, list of the lexicon, strongest first)."""
    found: dict[str, tuple[str, str]] = {}
    for name in ("say", "speak", "describe"):
        for form, lemma in verbs(name).items():
            found.setdefault(form, (lemma, name))
    return found
