"""Dialogues of two and three turns, and how many follow-ups are answered as the full question would be."""
