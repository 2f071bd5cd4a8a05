"""Reads articles, finds passages, answers questions with citations. Knows nothing of Discord."""
