"""Handlers, one module per screen family: at most two use cases, then a screen."""
