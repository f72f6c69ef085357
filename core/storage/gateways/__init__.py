"""Writes: values in, rows changed; one module per group of tables."""
