"""Screens: values and a translator in, text and buttons out."""
