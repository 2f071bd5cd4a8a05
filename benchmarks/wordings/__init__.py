"""Questions asked again in another person's words, and how often the answer stays the same."""
