"""What a person typed, made fit to ask."""

from __future__ import annotations

from dataclasses import dataclass

NO_WORDS = "There are no words in this question: ask it in words."
NO_WORDS_IN_MESSAGE = "There are no words in this message that I could ask the article about."


@dataclass(frozen=True)
class Asked:
    """A question of bounded length, and what its asker should be told about it."""

    text: str
    notice: str | None = None

    @property
    def has_words(self) -> bool:
        """Whether there is a letter or a digit in it."""
        return any(c.isalnum() for c in self.text)


def as_asked(typed: str, limit: int, what: str = "question") -> Asked:
    """White space made single, lone surrogates replaced, cut at a word to `limit` characters; `what` it is called."""
    text = " ".join(typed.encode("utf-16", "surrogatepass").decode("utf-16", "replace").split())
    if len(text) <= limit:
        return Asked(text)
    cut = text[: limit + 1].rsplit(" ", 1)[0][:limit]
    notice = f"The {what} has {len(text):,} characters: only the first {len(cut):,} were read."
    return Asked(cut, notice)
