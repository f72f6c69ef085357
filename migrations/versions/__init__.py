"""Numbered steps: NNNN_slug.py. An issued step is never edited: a school that has taken it would not see the change."""
