"""The trained files that come with the package, and one error for all that can be wrong with them."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tokenizers import Tokenizer


class ModelUnavailableError(RuntimeError):
    """A trained part cannot be used on this host; the message says why and what to do."""


def model_bytes(name: str) -> bytes:
    """The contents of a file in `index/models`. Raises ModelUnavailableError where it is missing."""
    try:
        return files("index").joinpath("models", name).read_bytes()
    except OSError as error:
        raise ModelUnavailableError(
            f"the model file {name} is not in the package: install article-bot again, or train it with training/"
        ) from error


def word_pieces() -> Tokenizer:
    """The word pieces that vectors and reader share. Raises ModelUnavailableError."""
    try:
        from tokenizers import Tokenizer
    except ImportError as error:
        raise ModelUnavailableError("the package tokenizers is not installed: pip install tokenizers") from error
    return Tokenizer.from_str(model_bytes("tokenizer.json").decode())
