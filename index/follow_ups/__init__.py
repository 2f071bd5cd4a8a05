"""What a message of a conversation asks: `follow_up.resolve` makes it a question that stands alone."""
