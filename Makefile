# Needs only Python 3.11 or newer. Without make: python3 -m config.bootstrap run
# (and likewise test, check, bench, requirements).

# The first Python on the PATH that is new enough, by its full name; without one, any, which
# then says so.
NEW_ENOUGH := import sys; sys.version_info < (3, 11) and sys.exit(1); print(sys.executable)
PYTHON := $(shell for name in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$name -c '$(NEW_ENOUGH)' 2>/dev/null && exit; done; echo python3)
BOOTSTRAP := '$(PYTHON)' -m config.bootstrap

.PHONY: help python run test check bench requirements
help:
	@echo "make run           prepare what is missing and serve the site on 127.0.0.1:8000"
	@echo "                   (PORT=9000 and HOST=0.0.0.0 change where)"
	@echo "make test          run every test this machine can (ARGS=\"-k name\" for pytest)"
	@echo "make check         lint, types, templates, migrations, settings, floors"
	@echo "make bench         run the benchmarks (ARGS=... for them)"
	@echo "make requirements  compile the hashed lists of packages again, with uv"

# A shell may export its own HOST, so only one given to make counts.
run: python
	@$(BOOTSTRAP) run $(if $(PORT),--port '$(PORT)') \
		$(if $(filter command line,$(origin HOST)),--host '$(HOST)')

test bench: python
	@$(BOOTSTRAP) $@ $(ARGS)

check requirements: python
	@$(BOOTSTRAP) $@

python:
	@command -v '$(PYTHON)' >/dev/null || { \
		echo "Common Thread needs Python 3.11 or newer, and found no Python at all."; \
		echo "On Debian or Ubuntu: sudo apt install python3 python3-venv"; exit 1; }
