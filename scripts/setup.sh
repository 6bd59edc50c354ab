#!/bin/sh
# Makes the environment in $VENV (default .venv) from requirements.lock, then installs this
# checkout in it. Two stamps say what is still good: the packages (lock, interpreter, this script)
# and the checkout (pyproject.toml, its folder). Only what changed is done again.
set -eu
cd "$(dirname "$0")/.."
venv=${VENV:-.venv}
debian="python3-venv python3-dev gcc make git"

say() { printf '%s\n' "$*"; }
fail() { printf '%s\n' "$*" >&2; exit 1; }

# A python on PATH can be a shim without an interpreter behind it, so it has to prove itself.
usable() {
    command -v "$1" >/dev/null 2>&1 &&
        "$1" -c 'import sys, venv, ensurepip; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' \
            >/dev/null 2>&1
}

find_python() {
    if [ -n "${PYTHON:-}" ]; then
        usable "$PYTHON" || return 1
        printf '%s\n' "$PYTHON"
        return
    fi
    for candidate in python3.11 python3.12 python3.13 python3; do
        if usable "$candidate"; then
            printf '%s\n' "$candidate"
            return
        fi
    done
    return 1
}

can_compile() {
    command -v gcc >/dev/null 2>&1 && "$1" - <<'PY'
import pathlib, sys, sysconfig
sys.exit(not (pathlib.Path(sysconfig.get_path("include")) / "Python.h").is_file())
PY
}

install_debian() {
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
        say "Ontbrekende Debian-pakketten installeren: $debian"
        apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $debian >/dev/null
    else
        fail "Er ontbreekt iets om te bouwen. Voer eerst uit: sudo apt-get install $debian"
    fi
}

digest() {
    "$python" -c 'import hashlib, sys; print(hashlib.sha256(sys.stdin.buffer.read()).hexdigest())'
}

packages_stamp() {
    { "$python" -c 'import sys; print(sys.version)'; cat requirements.lock scripts/setup.sh; } | digest
}

project_stamp() {
    { pwd; cat pyproject.toml; } | digest
}

# Usage: current NAME VALUE; true when stamp NAME in the environment holds VALUE.
current() {
    [ -x "$venv/bin/python" ] && [ -f "$venv/.stempel-$1" ] && [ "$(cat "$venv/.stempel-$1")" = "$2" ]
}

# durable-rules is C code of before Python 3.13: the removed call name is mapped to its successor.
# A cached wheel or an isolated build would lose that flag, hence the two pip options.
install_durable() {
    awk '/^durable-rules==/ {on=1} on {print; if ($0 !~ /\\$/) exit}' requirements.lock >"$venv/durable.lock"
    CPPFLAGS="-DPyEval_CallObject=PyObject_CallObject ${CPPFLAGS:-}" "$venv/bin/python" -m pip install \
        --quiet --disable-pip-version-check --require-hashes --no-deps --no-cache-dir \
        --no-build-isolation --no-binary durable-rules -r "$venv/durable.lock"
    "$venv/bin/python" -W ignore -c 'import durable.engine' ||
        fail "durable-rules is gebouwd maar laadt niet; verwijder $venv en draai 'make setup' opnieuw."
}

# Without the block of durable-rules, which needs its own build (see above).
install_others() {
    awk '/^durable-rules==/ {skip=1} !skip {print} skip && $0 !~ /\\$/ {skip=0}' requirements.lock >"$venv/overig.lock"
    "$venv/bin/python" -m pip install --quiet --disable-pip-version-check \
        --require-hashes --no-deps -r "$venv/overig.lock"
}

install_project() {
    "$venv/bin/python" -m pip install --quiet --disable-pip-version-check \
        --no-deps --no-build-isolation --editable .
}

make_environment() {
    can_compile "$python" || {
        install_debian
        can_compile "$python" || fail "Geen gcc of Python.h voor $python; voer uit: sudo apt-get install $debian"
    }
    say "Omgeving maken in $venv met $("$python" --version) …"
    rm -f "$venv"/.stempel-*
    "$python" -m venv --clear "$venv"
    install_others
    install_durable
    packages_stamp >"$venv/.stempel-pakketten"
}

# Without PYTHON= an existing environment keeps its own interpreter.
if [ -z "${PYTHON:-}" ] && usable "$venv/bin/python" && current pakketten "$(python=$venv/bin/python packages_stamp)"; then
    python=$venv/bin/python
else
    python=$(find_python) || {
        [ -z "${PYTHON:-}" ] || fail "PYTHON=$PYTHON is geen bruikbare Python 3.11, 3.12 of 3.13 met venv."
        install_debian
        python=$(find_python) || fail "Geen bruikbare Python 3.11, 3.12 of 3.13 met venv gevonden."
    }
    current pakketten "$(packages_stamp)" || make_environment
fi
if current project "$(project_stamp)"; then
    say "De omgeving in $venv is bij."
    exit 0
fi
install_project
"$venv/bin/python" -m pip check >/dev/null || fail "De pakketten passen niet bij elkaar; draai 'make slot'."
project_stamp >"$venv/.stempel-project"
say "Klaar. De opdracht is $venv/bin/regelruimte."
