"""Read models: what a screen, a board or a report needs, in as few statements as it takes."""
