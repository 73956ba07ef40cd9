#!/bin/sh
# Set up .venv with the pinned packages and this checkout: sh scripts/setup.sh run|dev
# PYTHON chooses the interpreter; without it the first suitable one found is taken.
set -eu
cd "$(dirname "$0")/.."

suitable='import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 15))'

main() {
    if ! usable_venv; then make_venv; fi
    case $1 in
        run) pip_install --require-hashes --only-binary :all: -r requirements/run.txt -r requirements/build.txt ;;
        dev) pip_install --require-hashes --only-binary :all: -r requirements/dev.txt ;;
    esac
    pip_install --no-deps --no-build-isolation --editable .
    # Tells when pyproject.toml asks for something that requirements/ does not hold.
    .venv/bin/python -m pip check >/dev/null || fail "requirements/ no longer fits pyproject.toml: make lock"
}

# A virtual environment breaks when its folder moves or its interpreter goes.
usable_venv() {
    [ "$(cat .venv/place 2>/dev/null)" = "$(pwd -P)" ] && .venv/bin/python -m pip --version >/dev/null 2>&1
}

make_venv() {
    python=$(find_python)
    if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        # Debian and Ubuntu ship this part of Python by itself.
        package=$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
        sh scripts/apt_install.sh "$package" || fail "Python's module venv is missing. On Debian and Ubuntu:
  sudo apt-get install $package
Then run make again."
    fi
    echo "Creating .venv with $("$python" --version)"
    "$python" -m venv --clear .venv
    pwd -P >.venv/place
}

find_python() {
    if [ -n "${PYTHON:-}" ]; then
        set -- "$PYTHON"
    else
        set -- python3 python3.14 python3.13 python3.12 python3.11 python
    fi
    for candidate in "$@"; do
        if "$candidate" -c "$suitable" >/dev/null 2>&1; then
            echo "$candidate"
            return
        fi
    done
    fail "Python 3.11 to 3.14 is needed; $1 is: $("$1" --version 2>&1 || :)
Install one of these versions, or say where it is: make demo PYTHON=/path/to/python3.13"
}

pip_install() {
    echo "pip install $*"
    .venv/bin/python -m pip install --quiet --disable-pip-version-check "$@"
}

fail() {
    echo "$1" >&2
    exit 1
}

main "$@"
