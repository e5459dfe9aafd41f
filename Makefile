# Written for GNU make 3.81, the one that macOS still ships. Nothing needs to be activated: every
# tool is run as a module of the environment's own Python.
VENV := .venv
PY := $(VENV)/bin/python
NOTEBOOKS := $(sort $(wildcard notebooks/*.ipynb))

# The newest tested version first; `make lab PYTHON=/path/to/python` chooses another.
PYTHONS := $(or $(PYTHON),python3.13 python3.12 python3.11 python3)

# Stamps are written last, so an interrupted installation is taken up again. They hold the folder's
# name: in a copied or moved folder, or without its Python, an environment is installed anew.
LAB := $(VENV)/lab.stamp
TEST := $(VENV)/test.stamp
here := $(shell pwd)
ifneq ($(shell $(PY) -c '' 2>/dev/null && cat $(LAB) 2>/dev/null),$(here))
.PHONY: $(LAB)
endif

export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: help lab page test test-long fuzz mutants bench html lite site voila lint format notebooks pictures calibrate lock clean python

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' Makefile

lab: $(LAB) ## open the workbook in JupyterLab (LAB_ARGS="--no-browser" adds options)
	$(PY) -m rolekit lab $(LAB_ARGS)

page: $(LAB) ## write the participant's page for phones into dist/page
	$(PY) -m rolekit.page dist/page

# A file's tests stay together: they share a server, a browser or a kernel. A process that ended is
# not begun again: it would meet what ended it.
PYTEST := $(PY) -m pytest -n auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder \
	--max-worker-restart 0

test: $(TEST) ## run the tests, the notebooks and the browser included: some minutes
	$(PYTEST) -m "not long" --doctest-modules --nbval --nbval-current-env \
		--nbval-sanitize-with tests/sanitize.cfg tests rolekit notebooks $(TEST_ARGS)

test-long: $(TEST) ## run what takes longer: faults, slow links, phones by the hundred, long laws: 25 minutes
	ROLEKIT_EXAMPLES=10 $(PYTEST) -m long tests $(TEST_ARGS)

# `make fuzz EXAMPLES=10` takes minutes.
EXAMPLES := 1000
fuzz: $(TEST) ## look for what breaks a law, on a thousand times the examples: hours
	ROLEKIT_EXAMPLES=$(EXAMPLES) $(PYTEST) -m hypothesis tests $(TEST_ARGS)

# Each line of the measurement is spoilt in turn, and the tests beside it should notice.
mutants: $(TEST) ## spoil the measurement line by line, and list what no test notices: hours
	$(PY) -m mutmut run
	$(PY) -m mutmut results

# Streamlit and marimo stay out of our environment. Without them their rows say so.
PEERS := .venv-peers
$(PEERS)/bench.stamp: bench/peers/requirements.txt $(LAB)
	-@$(PY) -m venv --clear $(PEERS) && \
		$(PEERS)/bin/python -m pip install --quiet -r $< && pwd > $@

bench: $(TEST) $(PEERS)/bench.stamp lite ## time what rolekit does beside the least that would do: bench/results.md
	$(PY) -m bench.run $(BENCH_ARGS)

html: $(LAB) ## write each notebook as a page to read and to e-mail: dist/html
	$(PY) -m homes.html

# Voila itself comes with it, in the version that is tested.
voila: $(LAB) ## serve the notebooks with Voila, as pages without code (VOILA_ARGS=--theme=dark)
	@$(PY) -c "import voila" 2>/dev/null || $(PY) -m pip install --quiet \
		$$(sed -nE 's/^((voila|websockets)==[^ ;]+).*/\1/p' requirements-test.lock)
	$(PY) -m homes.voila $(VOILA_ARGS)

# What builds the site stays out of our environment.
LITE := .venv-lite
$(LITE)/lite.stamp: homes/lite-requirements.txt $(LAB)
	@$(PY) -m venv --clear $(LITE)
	@$(LITE)/bin/python -m pip install --quiet -r $<
	@pwd > $@

lite: $(LITE)/lite.stamp ## write a site that runs the notebooks without a server: dist/lite (needs npm)
	$(LITE)/bin/python -m homes.lite

site: lite page ## write that site with the page for phones in its folder phone/, as it is published
	cp -R dist/page dist/lite/phone

lint: $(TEST) ## check style, types, spelling and prose
	$(PY) -m ruff check
	$(PY) -m ruff format --check
	$(PY) -m mypy
	$(PY) -m codespell_lib
	$(PY) -m prose.check

format: $(TEST) ## put code and notebooks into the house style
	$(PY) -m ruff check --fix
	$(PY) -m ruff format

# Widget state would be 5 MB a notebook, and times and versions would change with every run: of a
# notebook's metadata only its kernel and language are kept.
notebooks: $(TEST) ## run every notebook in place, keep its outputs, draw what stands in for them
	$(PY) -m nbconvert --to notebook --inplace --execute \
		--ExecutePreprocessor.store_widget_state=False \
		--ExecutePreprocessor.record_timing=False \
		--ClearMetadataPreprocessor.enabled=True \
		--ClearMetadataPreprocessor.clear_cell_metadata=False \
		--ClearMetadataPreprocessor.preserve_nb_metadata_mask="{'kernelspec', ('language_info', 'name')}" \
		$(NOTEBOOKS)
	$(PY) -m pictures.stand_ins $(NOTEBOOKS)

pictures: $(TEST) ## draw the pictures of README.md again
	$(PY) -m pictures.readme

calibrate: $(LAB) ## write the facets' weights, as the evidence gives them
	$(PY) -m rolekit.card.calibration

# Versions already in a lock stay unless LOCK_ARGS=--upgrade asks for newer ones. Universal: one
# lock serves every platform and every Python from the oldest supported.
UV_COMPILE = $(PY) -m uv pip compile --quiet --universal --generate-hashes --python-version 3.11 \
	--no-header --no-annotate $(LOCK_ARGS) pyproject.toml --extra all
lock: $(TEST) ## resolve both lock files from pyproject.toml
	$(UV_COMPILE) --output-file requirements.lock
	$(UV_COMPILE) --extra test --constraint requirements.lock --output-file requirements-test.lock

clean: ## remove the environment and everything that was made
	rm -rf $(VENV) $(PEERS) $(LITE) build dist mutants .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -prune -exec rm -rf {} +
	find . -name .ipynb_checkpoints -prune -exec rm -rf {} +

# pip takes no hashes and no editable folder in one call.
$(LAB): requirements.lock pyproject.toml
	@rm -f $@ $(TEST)
	@$(PY) -m pip --version >/dev/null 2>&1 || { \
		python=$$($(MAKE) -s python) && echo "Making $(VENV) with $$python" && \
		"$$python" -m venv --clear $(VENV); }
	@echo "Installing JupyterLab and what the notebooks need: about a minute the first time."
	@$(PY) -m pip install --quiet --require-hashes -r requirements.lock
	@$(PY) -m pip install --quiet --no-deps --editable .
	@$(PY) -m rolekit settings
	@pwd > $@

$(TEST): $(LAB) requirements-test.lock
	@rm -f $@
	@echo "Installing the test tools: about a minute the first time."
	@$(PY) -m pip install --quiet --require-hashes -r requirements-test.lock
	@pwd > $@

# A name on the path proves nothing (pyenv leaves stubs, Debian leaves out ensurepip), so each
# Python is asked. The answer is its path, or in a few words why it will not do.
define ASK
import re, sys
text = open("pyproject.toml").read()
low, high = map(int, re.search(r'requires-python = ">=3\.(\d+),<3\.(\d+)"', text).groups())
name = "%d.%d" % sys.version_info[:2]
if sys.version_info[0] != 3 or not low <= sys.version_info[1] < high:
    print(name)
    sys.exit(1)
try:
    import ensurepip, venv
except ImportError:
    print(name + " without its venv module")
    sys.exit(1)
print(sys.executable)
endef
export ASK

python:
	@for python in $(PYTHONS); do \
		said=$$("$$python" -c "$$ASK" 2>/dev/null) && echo "$$said" && exit; \
		[ -z "$$said" ] || seen="$${seen:+$$seen, }$$python ($$said)"; \
	done; { \
		echo "rolekit needs Python $$(sed -n 's/^requires-python = //p' pyproject.toml)" \
			"with its venv module. Found: $${seen:-none}."; \
		echo "  Debian, Ubuntu: apt-get install python3 python3-venv"; \
		echo "  elsewhere: install a newer Python, or take the conda way in README.md"; \
		echo "  installed in an unusual place: make lab PYTHON=/path/to/python3"; \
	} >&2; exit 1
