#!/bin/sh
# Make sure that the libraries for PDF files are there: sh scripts/pango.sh
set -eu
cd "$(dirname "$0")/.."

# The names are those WeasyPrint asks for; these three bring along the others.
found() {
    .venv/bin/python - <<'PYTHON'
import ctypes
import sys

suffixes = [".0.dylib", ".dylib"] if sys.platform == "darwin" else [".so.0"]
for library in ("libpango-1.0", "libpangoft2-1.0", "libharfbuzz-subset"):
    for suffix in suffixes:
        try:
            ctypes.CDLL(library + suffix)
            break
        except OSError:
            continue
    else:
        sys.exit(1)
PYTHON
}

if found; then exit; fi
if sh scripts/apt_install.sh libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 && found; then exit; fi
cat >&2 <<'MESSAGE'
PDF reports need the Pango library, which is missing here. To install it:
  Debian, Ubuntu:  sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
  Fedora:          sudo dnf install pango
  macOS:           brew install pango
  Windows (MSYS2): pacman -S mingw-w64-ucrt-x86_64-pango
Then run make again.
MESSAGE
exit 1
