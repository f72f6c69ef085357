"""A composed letter as the messenger takes it: labels in the reader's words."""

from core.storage.gateways.outbox import Draft
from locales import Translator, Translators
from notifications.letter import Letter, LetterButton
from notifications.post import Outgoing, OutgoingButton


def outgoing(translators: Translators, draft: Draft, letter: Letter) -> Outgoing:
    """Give a letter as a message to its chat."""
    tr = translators[draft.language]
    return Outgoing(
        chat=draft.chat,
        text=letter.text,
        buttons=tuple(tuple(_button(tr, button) for button in row) for row in letter.buttons),
        silent=letter.silent,
        reply_to=letter.reply_to,
        files=letter.files,
        without_files=tr("notice-files-refused") if letter.files else "",
    )


def _button(tr: Translator, button: LetterButton) -> OutgoingButton:
    return OutgoingButton(tr.plain(button.text_id, **button.args), button.act, button.ids)
