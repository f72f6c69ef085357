"""Pure functions of the journal: what is given, what follows. `now` is always an argument."""
