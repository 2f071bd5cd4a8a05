"""What can go wrong with the memory that a person can mend."""

from __future__ import annotations

from bot.errors import UsageError


class StoreError(UsageError):
    """The database cannot be opened, or cannot be written now; nothing in it has changed."""


class NameTakenError(UsageError):
    """The guild has an article of that name."""

    def __init__(self, name: str) -> None:
        super().__init__(f"There is an article named “{name}” here already: choose another name, or remove it first.")


class ArticleGoneError(UsageError):
    """The guild has no article of that name, or no longer."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"This server has no article named “{name}” of its own: see `/articles list` for those it has."
        )


class RemovalGoneError(UsageError):
    """Nothing can be restored by that id."""

    def __init__(self) -> None:
        super().__init__("That article can no longer be brought back: add it again from its file.")
