"""Numbered steps: NNNN_slug.py."""
