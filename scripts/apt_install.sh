#!/bin/sh
# Install Debian packages where that needs no password; fail where it would: sh scripts/apt_install.sh PACKAGE...
set -eu

command -v apt-get >/dev/null 2>&1 || exit 1
if [ "$(id -u)" -eq 0 ]; then
    as_root=""
elif sudo -n true 2>/dev/null; then
    as_root="sudo -n"
else
    exit 1
fi

echo "apt-get install $*"
# A source of somebody else's that is out of order must not stand in the way; new machines may be updating themselves.
$as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq update </dev/null || :
$as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=120 install --no-install-recommends "$@" </dev/null >/dev/null
