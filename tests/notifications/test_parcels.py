"""Letters of several messages: a ban in the middle brings nothing twice, and nothing is left out (CLS-3, NTF-1)."""

from core.model.homework import FileKind
from core.model.ids import LetterId
from notifications.letter import LetterFile
from notifications.parcels import Parcels, albums, is_caption
from notifications.post import Broken, ChatGone, Outcome, Outgoing, Sent, TooFast, Unclear
from tests.fakes.post import FakePost

LETTER = LetterId(7)


def _files(*kinds: FileKind) -> tuple[LetterFile, ...]:
    return tuple(LetterFile(kind, f"{kind}{number}") for number, kind in enumerate(kinds))


def _arrived(post: FakePost) -> list[str]:
    return ["+".join(file.file_id for file in each.message.files) or each.message.text for each in post.arrived]


def test_a_caption_holds_1024_units_without_tags() -> None:
    photo = _files(FileKind.PHOTO)
    assert is_caption(Outgoing(1, f"<b>{'😀' * 512}</b>", files=photo))
    assert not is_caption(Outgoing(1, "😀" * 512 + "x", files=photo))
    assert not is_caption(Outgoing(1, "x", files=photo * 2))


def test_albums_hold_ten_and_do_not_mix_pictures_with_documents() -> None:
    files = _files(*[FileKind.PHOTO, FileKind.DOCUMENT] * 11, FileKind.VOICE)
    assert [[file.kind for file in album] for album in albums(files)] == [
        [FileKind.PHOTO] * 10,
        [FileKind.PHOTO],
        [FileKind.DOCUMENT] * 10,
        [FileKind.DOCUMENT],
        [FileKind.VOICE],
    ]


async def test_after_a_ban_in_the_middle_only_the_rest_is_sent() -> None:
    post, letter = FakePost(), Outgoing(1, "words", files=_files(FileKind.PHOTO, FileKind.DOCUMENT, FileKind.VOICE))
    answers: list[Outcome | None] = [None, TooFast(3), None, Unclear("timeout")]
    post.always = lambda _message: answers.pop(0) if answers else None
    parcels = Parcels(post.send)
    assert await parcels.send(LETTER, letter) == TooFast(3)
    assert await parcels.send(LETTER, letter) == Unclear("timeout")
    sent = await parcels.send(LETTER, letter)
    assert _arrived(post) == ["photo0", "document1", "voice2", "words"]
    assert sent == Sent(4, (1, 2, 3))


async def test_a_letter_that_is_there_is_forgotten() -> None:
    post, letter = FakePost(), Outgoing(1, "words", files=_files(FileKind.PHOTO, FileKind.PHOTO))
    parcels = Parcels(post.send)
    assert isinstance(await parcels.send(LETTER, letter), Sent)
    assert isinstance(await parcels.send(LETTER, letter), Sent)
    assert len(post.arrived) == 4


async def test_a_chat_that_is_gone_ends_it() -> None:
    post, letter = FakePost(), Outgoing(1, "words", files=_files(FileKind.PHOTO, FileKind.PHOTO))
    post.script = [ChatGone("blocked")]
    assert await Parcels(post.send).send(LETTER, letter) == ChatGone("blocked")
    assert post.arrived == []


async def test_words_that_are_refused_are_the_caller_s_to_mend() -> None:
    post, letter = FakePost(), Outgoing(1, "<b", files=_files(FileKind.PHOTO))
    post.always = lambda _message: Broken("can't parse entities")
    assert await Parcels(post.send).send(LETTER, letter) == Broken("can't parse entities")
