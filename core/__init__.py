"""The rules of the school: what is true, what is allowed and what is due. Knows no framework and no chat."""
