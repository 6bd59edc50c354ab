#!/bin/sh
# Writes requirements.lock: core + test + dev, every version and hash fixed, for Python 3.11-3.13.
# uv makes the lock; it lives in its own small environment, not in .venv.
set -eu
cd "$(dirname "$0")/.."
venv=${VENV:-.venv}
tools=$venv/slot
python=${PYTHON:-$venv/bin/python}
[ -x "$tools/bin/uv" ] || {
    "$python" -m venv "$tools"
    "$tools/bin/pip" install --quiet uv
}
unset UV_FIND_LINKS UV_INDEX_URL UV_EXTRA_INDEX_URL UV_DEFAULT_INDEX || true
"$tools/bin/uv" pip compile pyproject.toml --extra test --extra dev \
    --universal --generate-hashes --python-version 3.11 --no-config \
    --no-emit-index-url --no-emit-find-links --no-annotate --no-header --quiet \
    "$@" --output-file requirements.lock
if grep -nE 'index-url|find-links|file:|://' requirements.lock; then
    echo "De lock verwijst naar een eigen adres; hij hoort alleen namen, versies en hashes te bevatten." >&2
    exit 1
fi
echo "requirements.lock is bijgewerkt; 'make setup' installeert hem."
