"""What the bot must remember, in a database: articles of guilds, their settings, counts, what went unanswered."""

from bot.store.errors import ArticleGoneError, NameTakenError, RemovalGoneError, StoreError
from bot.store.store import Store

__all__ = ["ArticleGoneError", "NameTakenError", "RemovalGoneError", "Store", "StoreError"]
