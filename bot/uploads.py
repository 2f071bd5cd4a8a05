"""Articles as moderators hand them in: a file, or pasted text. Read before anything is kept."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from pathlib import PurePath

import aiohttp
import discord

from bot.article_names import name_from, name_of
from bot.errors import UsageError
from index.article import ArticleError, has_paragraphs
from index.files import SUFFIXES, article_bytes
from index.library import Entry

_SECONDS = 60
"""Within which Discord must have handed over a file."""


@dataclass(frozen=True)
class Upload:
    """What is to become an article, and what it is called so far."""

    name: str | None
    """As typed; None: as the article calls itself."""
    file: str
    """The file's name, without its ending."""
    data: bytes


def pasted(title: str, text: str) -> Upload:
    """A title and a text as they were typed into a form. Raises UsageError where either shows nothing."""
    name = name_of(title)
    if not any(c.isalnum() for c in text):
        raise UsageError("There are no words in this text: paste the article into it.")
    return Upload(name, name, article_bytes(name, text))


def check(attachment: discord.Attachment, most: int) -> None:
    """By what Discord says of a file, before it is fetched. Raises UsageError."""
    suffix = PurePath(attachment.filename).suffix.lower()
    if suffix and suffix not in SUFFIXES:
        raise UsageError(
            f"“{attachment.filename}” is no text file by its name: save the article as .txt or .md, and attach that."
        )
    _check_size(attachment.filename, attachment.size, most)


def _check_size(name: str, size: int, most: int) -> None:
    if size > most:
        raise UsageError(f"“{name}” has {size:,} bytes, and an article can have {most:,}: attach a smaller file.")
    if size == 0:
        raise UsageError(f"“{name}” is empty: write the article into it, save it, and attach it again.")


async def fetch(attachment: discord.Attachment, most: int) -> bytes:
    """The file's bytes, no more than `most` of them. Raises UsageError where they cannot be had."""
    timeout = aiohttp.ClientTimeout(total=_SECONDS)
    try:
        async with aiohttp.ClientSession(timeout=timeout) as session, session.get(attachment.url) as response:
            response.raise_for_status()
            data = bytearray()
            async for piece in response.content.iter_any():
                data += piece
                if len(data) > most:
                    break
    except (aiohttp.ClientError, TimeoutError, OSError) as error:
        raise UsageError(f"“{attachment.filename}” could not be fetched from Discord: attach it again.") from error
    _check_size(attachment.filename, len(data), most)
    return bytes(data)


async def read(upload: Upload) -> Entry:
    """The article. Raises UsageError where it is none, or where it cannot be called as was typed."""
    name = None if upload.name is None else name_of(upload.name)
    return await asyncio.to_thread(_read, upload, name)


def _read(upload: Upload, name: str | None) -> Entry:
    try:
        entry = Entry.of(name or upload.file, upload.data)
        if name is None:
            entry = Entry.of(name_from(entry.article.title, upload.file), upload.data)
    except ArticleError as error:
        raise UsageError(f"“{upload.file}” cannot be added: {error}.") from error
    if not has_paragraphs(entry.article):
        raise UsageError(
            f"“{upload.file}” cannot be added: it has no paragraphs, so write the article below its title."
        )
    return entry
