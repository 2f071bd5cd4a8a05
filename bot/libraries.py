"""The libraries that the bot answers from: the host's, and one for each guild that has articles of its own."""

from __future__ import annotations

from index.library import Library


class Libraries:
    """Libraries are replaced whole; an answer under way keeps the one that it began with."""

    def __init__(self, host: Library) -> None:
        self.host = host
        """The articles of the seeds folder, for everybody; replaced by a reindex."""
