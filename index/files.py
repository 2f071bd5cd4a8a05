"""Reads article files from disk, in whatever encoding they came."""

from __future__ import annotations

import hashlib
import json
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


def article_bytes(title: str, text: str) -> bytes:
    """The file of an article whose title and text were given apart. Of surrogates only pairs stay."""
    whole = f"---\ntitle: {json.dumps(title, ensure_ascii=False)}\n---\n{text}"
    return whole.encode("utf-16", "surrogatepass").decode("utf-16", "replace").encode()


def decode(data: bytes) -> str:
    """Text of UTF-8, UTF-16, or Windows-1252 (Latin-1). Raises ArticleError for what is not text."""
    for encoding in _encodings(data):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if re.search(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]", text):
            break
        return text
    raise ArticleError("it is not a text file: save the article as plain text or Markdown in UTF-8")


def _encodings(data: bytes) -> list[str]:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return ["utf-16"]
    # Without a byte order mark, the blanks and stops of any language tell: every other byte of theirs is zero.
    sample = data[:2000]
    for encoding, zeros in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[0::2])):
        if zeros.count(0) > len(sample) / 20 and zeros.count(0) == sample.count(0):
            return [encoding]
    return ["utf-8-sig", "cp1252"]


def digest(data: bytes) -> str:
    """Tells whether a file changed."""
    return hashlib.sha256(data).hexdigest()
