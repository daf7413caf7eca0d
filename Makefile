# OpenMSO: the two commands are `make demo` and `make test`.
#
#   make demo            a whole office with invented people (DEMO_ARGS="--port 8001 --members 200")
#   make test            every test (TEST_ARGS="tests/standards -k holiday")
#   make check           style, types, the order of the house, templates, security, migrations
#   make bench           how fast the office is, as JSON lines
#   make requirements    which requirements the tests prove
#   make setup           only installs
#   make fmt             puts the code into shape
#   make lock            makes the locks anew, after a change in pyproject.toml or package.json
#   make clean           removes what was built (the demo office stays)

# What was compiled once is kept: processes start in half the time.
unexport PYTHONDONTWRITEBYTECODE

PYTHON ?= python3
DEMO_ARGS ?=
TEST_ARGS ?=
BENCH_ARGS ?=

BIN := .venv/bin
DONE := .venv/.done
INSTALL = $(BIN)/uv pip install --quiet --python $(BIN)/python
SOURCES := src tests manage.py
STATIC_FILES := $(shell find src -path '*/static/*' -type f 2>/dev/null)

.PHONY: setup demo test check bench requirements fmt lock clean

setup: $(DONE)/collected

demo: setup
	@$(BIN)/openmso demo $(DEMO_ARGS)

test: $(DONE)/dev setup
	@$(BIN)/pytest -n 2 --dist worksteal $(TEST_ARGS)

check: $(DONE)/dev setup
	$(BIN)/ruff check $(SOURCES)
	$(BIN)/ruff format --check $(SOURCES)
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/djlint src --quiet --lint
	$(BIN)/bandit --quiet --severity-level medium --recursive src --configfile pyproject.toml
	$(BIN)/python manage.py check --fail-level WARNING
	$(BIN)/python manage.py makemigrations --check --dry-run
	DJANGO_SETTINGS_MODULE=openmso.project.settings.build $(BIN)/python manage.py collectstatic --noinput --dry-run --verbosity 0

bench: setup
	@$(BIN)/openmso bench $(BENCH_ARGS)

requirements: setup
	@$(BIN)/openmso requirements

fmt: $(DONE)/dev
	$(BIN)/ruff check --fix-only --quiet $(SOURCES)
	$(BIN)/ruff format $(SOURCES)

lock: $(DONE)/uv
	$(LOCK) pyproject.toml --group build --output-file requirements.lock
	$(LOCK) pyproject.toml --group build --group dev --constraint requirements.lock --output-file requirements-dev.lock
	$(LOCK) --group tool --output-file requirements-uv.lock
	$(LOCK) --group node --output-file requirements-node.lock
	npm install --package-lock-only --ignore-scripts --omit-lockfile-registry-resolved
	node -e 'const fs = require("fs"), f = "package-lock.json", l = JSON.parse(fs.readFileSync(f)); for (const p of Object.values(l.packages)) delete p.funding; fs.writeFileSync(f, JSON.stringify(l, null, 2) + "\n")'

LOCK = $(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header --no-annotate --python-version 3.11

clean:
	rm -rf .venv node_modules build .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	find src tests -name __pycache__ -type d -exec rm -rf {} +

# --- what each step needs ---------------------------------------------------------------------

$(DONE)/venv:
	@echo 'Setting up (once, about a minute) ...'
	@$(PYTHON) src/openmso/project/environment.py .venv
	@mkdir -p $(DONE) && touch $@

# uv installs the rest in seconds; on a machine it has no wheel for, pip does the same work.
$(DONE)/uv: requirements-uv.lock | $(DONE)/venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r $< || echo 'uv is not to be had here: pip installs instead, which takes longer.'
	@touch $@

$(DONE)/packages: requirements.lock pyproject.toml $(DONE)/uv
	@echo 'Python packages ...'
	@if test -x $(BIN)/uv; then \
	    $(INSTALL) --require-hashes --compile-bytecode -r $< && \
	    $(INSTALL) --no-deps --no-build-isolation --offline --editable . ; \
	else \
	    $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $< && \
	    $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable . ; \
	fi
	@touch $@

$(DONE)/dev: requirements-dev.lock $(DONE)/packages
	@echo 'Test tools ...'
	@if test -x $(BIN)/uv; then \
	    $(INSTALL) --require-hashes --compile-bytecode -r $< ; \
	else \
	    $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $< ; \
	fi
	@touch $@

# The machine's own npm where there is one, else the one that comes as a Python package.
$(DONE)/front_end: package.json package-lock.json src/openmso/project/front_end.py $(DONE)/packages
	@echo 'Front-end packages ...'
	@command -v npm >/dev/null && command -v node >/dev/null || $(INSTALL) --require-hashes -r requirements-node.lock
	@$(BIN)/python -m openmso.project.front_end
	@touch $@

$(DONE)/collected: $(DONE)/front_end $(STATIC_FILES)
	@DJANGO_SETTINGS_MODULE=openmso.project.settings.build $(BIN)/python manage.py collectstatic --noinput --clear --verbosity 0
	@touch $@
