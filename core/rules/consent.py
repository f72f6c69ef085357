"""Consent to the processing of personal data (ACC-4) [001 1.4; 003 А-1, А-2]."""

import hashlib

CONSENT_VERSION = 1


def text_hash(text: str) -> str:
    """Give the fingerprint of a consent text as it was shown, so that the record proves which words were accepted."""
    return hashlib.sha256(text.encode()).hexdigest()
