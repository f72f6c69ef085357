"""A complaint opens a thread to deputy and head until it is decided; both sides know, every reading is recorded."""

from typing import Any

import pytest

from core.model.errors import Forbidden, Refusal, Stale
from core.model.ids import ComplaintId, ThreadId
from core.model.thread import ComplaintReason
from core.usecases.complaints import (
    Complain,
    DecideComplaint,
    ListComplaints,
    OpenComplaint,
    complain,
    decide_complaint,
    list_complaints,
    look_at_complaint,
    open_complaint,
)
from core.usecases.messages import OpenTalk, look_into, open_talk
from tests.usecases.talk import Talkers, talkers
from tests.world import World


@pytest.fixture
async def talk(world: World) -> Talkers:
    """The school of the talkers."""
    return await talkers(world)


async def _complained(talk: Talkers, who: str = "mother", to: str = "teacher") -> tuple[ThreadId, ComplaintId]:
    thread = await talk.write("спорные слова", to=to)
    page = await talk.world.do(complain, Complain(thread, ComplaintReason.RUDE), talk.accounts[who])
    assert page.complaint is not None
    return thread, page.complaint.id


@pytest.mark.parametrize("who", ["deputy", "head"])
async def test_deputy_and_head_read_what_was_complained_of_and_each_reading_is_recorded(
    talk: Talkers, who: str
) -> None:
    thread, key = await _complained(talk)
    for _ in range(2):
        page = await talk.world.do(open_complaint, OpenComplaint(key), talk.accounts[who])
        assert [message.text for message in page.messages] == ["спорные слова"]
    entries = await talk.audited("thread.read")
    assert [(entry.person_id, entry.subject_id) for entry in entries] == [(talk.person(who), thread)] * 2


@pytest.mark.parametrize("who", ["deputy", "head"])
async def test_without_a_complaint_nobody_reads_a_thread(talk: Talkers, who: str) -> None:
    thread = await talk.write()
    with pytest.raises(Forbidden):
        await talk.world.do(open_talk, OpenTalk(thread), talk.accounts[who])
    with pytest.raises(Forbidden):
        await talk.world.do(open_complaint, OpenComplaint(ComplaintId(1)), talk.accounts[who])


@pytest.mark.parametrize(
    "who", ["mother", "father", "student", "stranger", "teacher", "supervisor", "colleague", "administrator"]
)
async def test_nobody_else_reads_or_decides_a_complaint(talk: Talkers, who: str) -> None:
    _, key = await _complained(talk)
    cases: list[tuple[Any, Any]] = [
        (open_complaint, OpenComplaint(key)),
        (look_at_complaint, OpenComplaint(key)),
        (decide_complaint, DecideComplaint(key, "решено")),
        (list_complaints, ListComplaints(talk.school)),
    ]
    for usecase, command in cases:
        with pytest.raises(Forbidden):
            await talk.world.do(usecase, command, talk.accounts[who])


async def test_a_deputy_does_not_decide_about_the_own_thread(talk: Talkers) -> None:
    _, key = await _complained(talk, to="deputy")
    with pytest.raises(Forbidden):
        await talk.world.do(decide_complaint, DecideComplaint(key, "всё хорошо"), talk.accounts["deputy"])
    listed = await talk.world.see(list_complaints, ListComplaints(talk.school), talk.accounts["deputy"])
    assert not listed.cases
    assert talk.person("deputy") in await talk.told("complaint")  # as the thread's other side
    await talk.world.do(decide_complaint, DecideComplaint(key, "разобрано"), talk.accounts["head"])


@pytest.mark.parametrize(("who", "other"), [("mother", "teacher"), ("teacher", "mother")])
async def test_either_side_complains_and_the_other_one_is_told(talk: Talkers, who: str, other: str) -> None:
    await _complained(talk, who)
    told = [talk.person(each) for each in ("deputy", "head", other)]
    assert sorted(await talk.told("complaint")) == sorted(told)


@pytest.mark.parametrize("who", ["father", "stranger", "supervisor", "deputy"])
async def test_who_is_no_side_does_not_complain(talk: Talkers, who: str) -> None:
    thread = await talk.write()
    with pytest.raises(Forbidden):
        await talk.world.do(complain, Complain(thread, ComplaintReason.RUDE), talk.accounts[who])


async def test_the_trail_has_the_reason_and_no_words(talk: Talkers) -> None:
    thread = await talk.write()
    command = Complain(thread, ComplaintReason.OTHER, "Тайные слова жалобы")
    await talk.world.do(complain, command, talk.accounts["mother"])
    entry = (await talk.audited("thread.complained"))[0]
    assert entry.after == "other"
    assert "Тайные" not in str(tuple(entry))


async def test_one_complaint_waits_at_a_time(talk: Talkers) -> None:
    thread, _ = await _complained(talk)
    with pytest.raises(Refusal, match="complaint-open"):
        await talk.world.do(complain, Complain(thread, ComplaintReason.MONEY), talk.accounts["teacher"])


async def test_a_decision_is_told_to_both_sides_and_closes_the_thread_to_the_school(talk: Talkers) -> None:
    thread, key = await _complained(talk)
    before = len(await talk.told("complaint"))
    await talk.world.do(decide_complaint, DecideComplaint(key, "Извинились"), talk.accounts["head"])
    assert sorted((await talk.told("complaint"))[before:]) == sorted([talk.person("mother"), talk.person("teacher")])
    page = await talk.world.do(open_complaint, OpenComplaint(key), talk.accounts["head"])
    assert page.messages == ()
    shown = await talk.world.see(look_into, OpenTalk(thread), talk.accounts["teacher"])
    assert shown.complaint is not None
    assert shown.complaint.decision == "Извинились"
    with pytest.raises(Stale):
        await talk.world.do(decide_complaint, DecideComplaint(key, "ещё раз"), talk.accounts["deputy"])
    again = await talk.world.do(complain, Complain(thread, ComplaintReason.RUDE), talk.accounts["mother"])
    assert again.complaint is not None
    assert again.complaint.id != key
