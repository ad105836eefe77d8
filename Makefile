# make demo: the whole job, headless, on the sample clip. make test: the whole suite.
# make studio: the window. Each makes what it needs, and is quick the second time.

VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
DEMO_HOME ?= $(CURDIR)/demo
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null \
	&& echo $$p && break; done)

.PHONY: demo test tests-of-the-program tests-with-servers tests-of-journeys tests-of-the-engine studio lint types layers check bench bench-ui screenshots translations lock bundle clean

demo:
	@.ci/system-packages demo
	@$(MAKE) -s $(READY)
	@TIMELINE_STUDIO_HOME="$(DEMO_HOME)" $(BIN)/timeline-studio demo

test:
	@.ci/system-packages demo test
	@$(MAKE) -s $(READY)
	@$(MAKE) -s lint types layers
	$(BIN)/python -m coverage erase
	@$(MAKE) -s -j3 $(IN_TURN) $(TESTS)
	$(BIN)/python -m coverage combine -q
	$(BIN)/python -m coverage report --fail-under=90 --skip-covered

# The suite in four processes, three at a time: one waits for servers or workers while the others
# draw. Each has temporary folders of its own, or they would clean up each other's.
TESTS := tests-of-the-program tests-with-servers tests-of-journeys tests-of-the-engine
IN_TURN := $(if $(filter output-sync,$(.FEATURES)),-Otarget)

tests-of-the-program: FOLDERS := tests/unit tests/gui
tests-of-journeys: FOLDERS := tests/end_to_end tests/integration/faults
tests-of-the-engine: FOLDERS := $(addprefix tests/integration/,media productions render)
tests-with-servers: FOLDERS := tests/integration \
	$(addprefix --ignore=tests/integration/,faults media productions render)
$(TESTS):
	@folder=$$(mktemp -d) && trap 'rm -rf "$$folder"' EXIT && \
	PYTEST_DEBUG_TEMPROOT="$$folder" $(BIN)/python -m coverage run -m pytest $(FOLDERS)

studio:
	@.ci/system-packages demo studio
	@$(MAKE) -s $(READY)
	@$(BIN)/timeline-studio

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(READY)
	$(BIN)/mypy

layers: $(READY)
	$(BIN)/lint-imports

bench: $(READY)
	$(BIN)/python benchmarks/run.py
	$(BIN)/python benchmarks/monitor.py

bench-ui: $(READY)
	$(BIN)/python benchmarks/bench_ui.py

screenshots: $(READY)
	QT_QPA_PLATFORM=offscreen $(BIN)/python docs/screenshots.py

# New words of the window come into translations/*.ts; those are compiled into resources/.
translations: $(READY)
	$(BIN)/python translations/update.py

lock: $(READY)
	$(BIN)/python -m uv pip compile pyproject.toml --universal --all-extras \
		--generate-hashes --no-header -q -o requirements.lock

bundle: $(READY)
	$(BIN)/pyinstaller --noconfirm build.spec

clean:
	rm -rf $(VENV) build dist demo benchmarks/work .coverage .coverage.*

$(READY): requirements.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo "Python 3.11, 3.12 or 3.13 is needed." >&2; exit 1; }
	@echo "Making the virtual environment (once, about a minute) …"
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install -q --disable-pip-version-check \
		--require-hashes -r requirements.lock
	@$(BIN)/python -m pip install -q --disable-pip-version-check \
		--no-deps --no-build-isolation -e .
	@touch $@
