# Everything that is done with this project. Needs Python 3.11 or newer and make; the rest is set up by itself.
PY := .venv/bin/python
PYTEST_ARGS ?=

.DEFAULT_GOAL := help
.PHONY: help run test setup check bench prove golden wheel lock

help: ## say what there is
	@sed -n 's/^\([a-z]*\):.*## /make \1\t/p' $(MAKEFILE_LIST) | expand -t 14

run: ## start the bot; without BOT_TOKEN: a school to try out, in the browser
	@.ci/setup runtime
	@exec .venv/bin/diary run --or-sandbox

# Tests start the program many times: compiled once, the libraries need not be compiled anew by each of its processes.
test: export PYTHONDONTWRITEBYTECODE =
test: ## style, types, import contracts and all tests
	@.ci/setup dev
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
# In a new place the libraries are compiled beside mypy, which takes one processor, and not by every worker anew.
	@[ -d tests/__pycache__ ] || $(PY) -m pytest -q --collect-only >/dev/null 2>&1 & $(PY) -m mypy && wait
	.venv/bin/lint-imports
	$(PY) -m pytest -q -n auto --dist loadscope --no-loadscope-reorder $(PYTEST_ARGS)

setup: ## make .venv with all libraries, those of development included
	@.ci/setup dev

check: ## say what is wrong with settings, clock, disk and database
	@.ci/setup runtime
	@.venv/bin/diary check

bench: ## measure: each figure beside what it is compared with
	@.ci/setup dev
	$(PY) -m benchmarks

prove: ## kill, rival and tamper a thousand times; what was seen is written to docs/proofs.md
	@.ci/setup dev
	$(PY) -m tests.reliability --write docs/proofs.md

golden: ## write the golden transcripts anew (read the difference before you commit it)
	@.ci/setup dev
	DIARY_GOLDEN=write $(PY) -m pytest -q tests/chats

wheel: ## build dist/*.whl
	@.ci/setup dev
	$(PY) -m build --wheel --no-isolation

lock: ## write the lock files anew from pyproject.toml (needs pip-tools)
	@.ci/lock
