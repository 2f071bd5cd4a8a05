"""The bot in a terminal: the same questions, commands and cards as in Discord."""
