"""The page's words: one dictionary per language, from `locales`, for the script to look up."""

from typing import Final

from locales import Translator

_PLAIN: Final = (
    "sandbox-title",
    "sandbox-waking",
    "sandbox-waking-hint",
    "sandbox-offline",
    "sandbox-people",
    "sandbox-search",
    "sandbox-nobody-found",
    "sandbox-choose",
    "sandbox-choose-hint",
    "sandbox-beside",
    "sandbox-close",
    "sandbox-back",
    "sandbox-more",
    "sandbox-clock",
    "sandbox-clock-hour",
    "sandbox-clock-day",
    "sandbox-clock-evening",
    "sandbox-clock-morning",
    "sandbox-clock-set",
    "sandbox-clock-apply",
    "sandbox-clock-hint",
    "sandbox-theme",
    "sandbox-language",
    "sandbox-start",
    "sandbox-start-invited",
    "sandbox-start-plain",
    "sandbox-empty",
    "sandbox-block",
    "sandbox-unblock",
    "sandbox-blocked",
    "sandbox-write",
    "sandbox-send",
    "sandbox-attach",
    "sandbox-commands",
    "sandbox-keyboard",
    "sandbox-as-photo",
    "sandbox-as-file",
    "sandbox-as-voice",
    "sandbox-as-video",
    "sandbox-caption",
    "sandbox-cancel",
    "sandbox-reply",
    "sandbox-copy",
    "sandbox-copied",
    "sandbox-replying",
    "sandbox-edited",
    "sandbox-photo",
    "sandbox-document",
    "sandbox-voice",
    "sandbox-video",
    "sandbox-download",
    "sandbox-zoom",
    "sandbox-silent",
    "sandbox-typing",
    "sandbox-uploading",
    "sandbox-ok",
    "sandbox-failed",
    "sandbox-pinned",
    "sandbox-down",
    "sandbox-spoiler",
    "sandbox-chat",
)
_WITH_VALUES: Final = {
    "sandbox-unread": ("count",),
    "sandbox-forwarded": ("name",),
    "sandbox-news": ("name",),
    "sandbox-open-chat": ("name",),
    "sandbox-open-beside": ("name",),
}


def dictionary(tr: Translator) -> dict[str, str]:
    """Give all texts of the page in the translator's language; values are left as {name} for the script to fill in."""
    words = {text_id: tr.plain(text_id) for text_id in _PLAIN}
    for text_id, names in _WITH_VALUES.items():
        words[text_id] = tr.plain(text_id, **{name: f"{{{name}}}" for name in names})
    return words
