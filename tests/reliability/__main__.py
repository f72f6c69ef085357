"""Run the faults and attacks, and say what was seen: `python -m tests.reliability [--write FILE]`.

How many: DIARY_PROOFS, 1,000 where it is not set. Nothing here imports aiogram, so that children are light.
"""

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

from tests.reliability import arriving, marks, month, sending, tampering, writers
from tests.reliability.proof import Proof

COUNT = "DIARY_PROOFS"
FULL = 1000
PAGE = """# What faults and attacks have shown

Written by `make prove`. Children of one process are killed (SIGKILL) at random instants, 2 to 50 ms after they began
their work; what they had acknowledged by a pipe is then compared with what the database holds after a restart. The same
runs in small are part of `make test`.

| what was done | how often | seen afterwards | |
| --- | --- | --- | --- |
{rows}
"""


def campaigns(count: int) -> list[Callable[[Path], Proof]]:
    """Give all runs; the dearer ones do less where little is asked."""
    few = count if count >= FULL else max(count // 2, 1)
    return [
        lambda folder: marks.at_random(count, folder),
        marks.at_each_statement,
        lambda folder: arriving.at_random(few, folder),
        lambda folder: sending.at_random(few, folder),
        lambda folder: month.at_random(max(count // 10, 1), folder),
        lambda folder: writers.at_once(max(count // 5, 20), folder),
        lambda folder: tampering.tampered(count * 10, folder),
    ]


def run(count: int) -> list[Proof]:
    """Run everything, each in a folder of its own."""
    proofs = []
    for campaign in campaigns(count):
        with tempfile.TemporaryDirectory() as folder:
            proofs.append(campaign(Path(folder)))
            sys.stderr.write(f"{proofs[-1].name}: {proofs[-1].done}: {proofs[-1].counted}\n")
    return proofs


def page(proofs: list[Proof]) -> str:
    """Give the page of the documentation."""
    rows = [f"| {one.name} | {one.done} | {one.counted} | {'holds' if one.holds else '**FAILS**'} |" for one in proofs]
    return PAGE.format(rows="\n".join(rows))


def main() -> int:
    """Run; write the page, or print the proofs as JSON."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--write", type=Path)
    arguments = parser.parse_args()
    proofs = run(int(os.environ.get(COUNT, FULL)))
    if arguments.write:
        arguments.write.write_text(page(proofs), "utf-8")
    else:
        sys.stdout.write(json.dumps([asdict(proof) for proof in proofs]))
    return 0 if all(proof.holds for proof in proofs) else 1


if __name__ == "__main__":
    sys.exit(main())
