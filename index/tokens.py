"""A paragraph as tagged tokens, each quotation folded into one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from index.lexicon import verbs, words
from index.quotation_marks import Stretch

QUOTE = "Q"
_TOKEN = re.compile(
    r"""(?:[A-Z]\.){2,}(?:[A-Z]\b)?            # U.S., J.D.
    | (?:Mr|Mrs|Ms|Mx|Dr|Prof|Sen|Rep|Reps|Sens|Gov|Gen|Lt|Col|Sgt|Capt|Maj|Adm|Cmdr|Cpl|Pvt|Rev|Hon|St|Jr|Sr|Inc|Corp|Co|Ltd|vs|No|
        Jan|Feb|Mar|Apr|Aug|Sept|Oct|Nov|Dec|Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Mass|Md|Mich|Minn|Miss|Mo|
        Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Va|Vt|Wash|Wis|Wyo|Dist|Atty|Supt|Ald|Asst|Mt|Ft|Messrs|Mme)\.(?=\s)
    | [DRI]-[A-Z][a-zA-Z]*\.?(?:[A-Z]\.)*     # a party and a state
    | [A-Z]\.(?=\s[A-Z])                      # an initial
    | @\w+ | \#\w+ | https?://\S+
    | ['’]s\b
    | \d+(?:[.,:/]\d+)*%?
    | [^\W\d_](?:[^\W_]|['’](?!s\b)(?=[^\W_])|[-‐‑&/](?=[^\W_]))*
    | [.]{2,} | --+ | [^\s\w] | \w""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Token:
    """Characters `start` to `end`; `tag` is a class of words that the grammar of attribution needs."""

    text: str
    start: int
    end: int
    tag: str
    """Q quotation, N capitalised, n other word, d determiner, p preposition, c conjunction, r subject pronoun,
    o object pronoun, x auxiliary, a adverb, # number, s possessive ending, or the punctuation itself."""
    sentence: int
    """Number of its sentence in the paragraph, from 0."""
    stretch: int = -1
    """Which of the paragraph's quotations a Q stands for."""

    @property
    def lower(self) -> str:
        """The token in lower case, apostrophes straight."""
        return self.text.lower().replace("’", "'")


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


def tag_of(text: str) -> str:
    """The class of one word or mark."""
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
    return "N" if first.isupper() else "n"


def tokenise(text: str, stretches: Sequence[Stretch] = ()) -> list[Token]:
    """Tokens of a paragraph in order. A quotation is one token, with sentence ends inside it folded away."""
    tokens: list[Token] = []
    sentence = 0
    position = 0
    for number, stretch in enumerate((*stretches, None)):
        until = stretch.outer_start if stretch else len(text)
        for match in _TOKEN.finditer(text, position, until):
            word = match.group()
            tag = tag_of(word)
            if tokens and _starts_sentence(tokens, tag, word):
                sentence += 1
            tokens.append(Token(word, match.start(), match.end(), tag, sentence))
        if stretch:
            if (tokens and _ends_sentence(tokens[-1])) or (
                tokens and tokens[-1].tag == QUOTE and tokens[-1].text[-1:] in ".?!…"
            ):
                sentence += 1
            inner = text[stretch.start : stretch.end].strip()
            tokens.append(Token(inner, stretch.outer_start, stretch.outer_end, QUOTE, sentence, number))
            position = stretch.outer_end
    return tokens


def _ends_sentence(token: Token) -> bool:
    return token.tag == "."


def _starts_sentence(tokens: list[Token], tag: str, word: str) -> bool:
    last = tokens[-1]
    if last.tag == ".":
        return word[0].isupper() or word[0].isdigit() or word[0] in "[(@#•" or tag == "—"
    if last.tag == ")" and len(tokens) > 1 and tokens[-2].tag == ".":
        return word[0].isupper()
    if last.tag != QUOTE:
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
