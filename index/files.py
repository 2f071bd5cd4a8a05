"""Reads article files from disk, in whatever encoding they came."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from index.article import Article, ArticleError
from index.parse import parse_article

SUFFIXES = frozenset({".txt", ".md", ".markdown", ".text"})
DEFAULT_MAX_BYTES = 2_000_000


def article_files(folder: Path) -> list[Path]:
    """The files of `folder` that may be articles, by name; hidden files are left out. Raises OSError."""
    return sorted(
        (p for p in folder.iterdir() if p.is_file() and p.suffix.lower() in SUFFIXES and not p.name.startswith(".")),
        key=lambda p: p.name,
    )


def read_bytes(path: Path, max_bytes: int) -> bytes:
    """The file's bytes. Raises ArticleError where it is too large or cannot be read."""
    try:
        size = path.stat().st_size
        if size > max_bytes:
            raise ArticleError(
                f"it is {size:,} bytes long, more than the {max_bytes:,} allowed: split it, or raise limits.article_bytes"
            )
        return path.read_bytes()
    except OSError as error:
        raise ArticleError(
            f"it cannot be read ({error.strerror or error}): check that it exists and may be read"
        ) from error


def article_from_bytes(name: str, data: bytes) -> Article:
    """Decodes and parses. Raises ArticleError."""
    return parse_article(name, decode(data))


def decode(data: bytes) -> str:
    """Text of UTF-8, UTF-16 with a byte order mark, or Windows-1252. Raises ArticleError for what is not text."""
    encodings = ["utf-16"] if data.startswith((b"\xff\xfe", b"\xfe\xff")) else ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if re.search(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]", text):
            break
        return text
    raise ArticleError("it is not a text file: save the article as plain text or Markdown in UTF-8")


def digest(data: bytes) -> str:
    """Tells whether a file changed."""
    return hashlib.sha256(data).hexdigest()
