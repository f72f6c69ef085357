"""Codes that prove a record (BEY-4)."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.rules.receipts import kind_code, proof_code, read_code, same_code

DIGEST = hashlib.sha256(b"entry").digest()


@given(st.integers(1, 10**9), st.binary(min_size=32, max_size=32))
def test_a_code_is_read_back_and_is_its_own(seq: int, digest: bytes) -> None:
    code = proof_code(seq, digest)
    assert read_code(code) == seq
    assert same_code(code, seq, digest)
    assert not same_code(code, seq + 1, digest)


@given(st.binary(min_size=32, max_size=32), st.integers(0, 29))
def test_any_changed_bit_of_its_thirty_gives_another_code(digest: bytes, bit: int) -> None:
    number = int.from_bytes(digest[:4], "big") ^ 1 << bit
    assert not same_code(proof_code(7, digest), 7, number.to_bytes(4, "big") + digest[4:])


@pytest.mark.parametrize("typed", ["  {} ", "#{}", "{lower}", "{spaced}", "{dashed}"])
def test_careless_typing_is_forgiven(typed: str) -> None:
    code = proof_code(412, DIGEST)
    number, signs = code.split("-")
    text = typed.format(code, lower=code.lower(), spaced=f"{number} {signs}", dashed=f"{number} – {signs}")
    assert same_code(text, 412, DIGEST)


@pytest.mark.parametrize(
    "typed", ["", "412", "abc", "412-", "-K7QM4X", "412-K7QM4", "9" * 30 + "-K7QM4X", "412-K7QM4O0"]
)
def test_what_is_no_code(typed: str) -> None:
    assert read_code(typed) is None
    assert not same_code(typed, 412, DIGEST)


def test_kinds_have_no_dots_in_texts() -> None:
    assert kind_code("control_remark.written") == "control-remark-written"
