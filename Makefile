# What people need. `make demo` and `make test` want only Python and make: they make .venv and install into it.

PYTHON ?= python3
BIN := .venv/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt

.PHONY: help demo test check bench

help:
	@echo "make demo    the whole job on the bundled example, into the folder demo"
	@echo "make test    the tests"
	@echo "make check   what CI runs: style, types, layers and the tests"
	@echo "make bench   how fast it is, as ratios measured on this machine"
	@echo "PYTHON=python3.12 make test    with another Python, once .venv is gone"

# The stamps are older than these two files only when what is to be installed has changed.
.venv/installed: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(INSTALL) --editable .
	@touch $@

.venv/installed-for-tests: .venv/installed
	$(INSTALL) --editable '.[test]'
	@touch $@

demo: .venv/installed
	$(BIN)/redraft demo demo --force

test: .venv/installed-for-tests
	$(BIN)/python -m pytest --numprocesses auto

check: .venv/installed-for-tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(MAKE) test

bench: .venv/installed-for-tests
	$(BIN)/python -m bench
