"""The words that lead a message on: “and”, “so”, “ok, but”."""

from __future__ import annotations

LEAD = r"\W*(?:(?:and|but|so|ok|okay|or|also|plus)\b[\s,]*)*"
"""A pattern, to stand before another; matches nothing too."""
