"""Hostile files in, typed tables out: every problem comes with its place (ADM-1)."""
