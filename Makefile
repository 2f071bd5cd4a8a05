# The two commands a newcomer needs: `make chat` and `make test`. Both set up .venv by themselves.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: chat run test lint format bench pictures clean

chat: .venv/installed
	@$(BIN)/article-bot chat

run: .venv/installed
	@$(BIN)/article-bot run

test: .venv/developed
	@$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy && $(BIN)/pytest -n 2

format: .venv/developed
	$(BIN)/ruff check --fix . ; $(BIN)/ruff format .

bench: .venv/developed
	$(BIN)/python -m benchmarks.retrieval $(SETS)

pictures: .venv/developed
	$(BIN)/python -m docs.pictures

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "article-bot needs Python 3.11 or newer: make chat PYTHON=python3.11")'
	$(PYTHON) -m venv .venv

.venv/installed: .venv/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	@touch $@

.venv/developed: .venv/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	@touch $@ .venv/installed

clean:
	rm -rf .venv build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis
