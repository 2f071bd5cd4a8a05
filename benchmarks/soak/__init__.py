"""A server's months in minutes: how the bot bears many members, a lossy Discord and articles that change under it."""
