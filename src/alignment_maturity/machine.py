"""What the program needs of a machine, and the command that mends each lack.

The libraries are looked for as WeasyPrint does, without importing it: where they are missing, its import
prints a banner on stdout.
"""

from __future__ import annotations

import ctypes
import importlib.util
import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

_SUBSET = "HarfBuzz subset"
_LIBRARIES: Mapping[str, tuple[str, ...]] = {
    "GObject": ("libgobject-2.0.so.0", "libgobject-2.0.0.dylib", "libgobject-2.0-0.dll", "libgobject-2.0-0"),
    "Pango": ("libpango-1.0.so.0", "libpango-1.0.dylib", "libpango-1.0-0.dll", "libpango-1.0-0"),
    "PangoFT2": (
        "libpangoft2-1.0.so.0",
        "libpangoft2-1.0.dylib",
        "libpangoft2-1.0-0.dll",
        "libpangoft2-1.0-0",
    ),
    "Fontconfig": ("libfontconfig.so.1", "libfontconfig.1.dylib", "libfontconfig-1.dll", "fontconfig-1"),
    "HarfBuzz": ("libharfbuzz.so.0", "libharfbuzz.0.dylib", "libharfbuzz-0.dll", "libharfbuzz-0"),
    _SUBSET: (
        "libharfbuzz-subset.so.0",
        "libharfbuzz-subset.0.dylib",
        "libharfbuzz-subset-0.dll",
        "libharfbuzz-subset-0",
    ),
}
_MENDED_BY: Mapping[str, str] = {
    "debian": "sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
    "fedora": "sudo dnf install pango",
    "arch": "sudo pacman -S pango",
    "suse": "sudo zypper install libpango-1_0-0",
    "macos": "brew install pango",
    "windows": "pacman -S mingw-w64-ucrt-x86_64-pango   (MSYS2)",
}


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at.

    Attributes:
        name: a key of `language.doctor.PHRASES`.
        found: what was found, for people.
        fine: whether it will do.
        needed: whether the program cannot do its work without it.
        mend: the command that mends it, empty where nothing is to mend.
    """

    name: str
    found: str
    fine: bool
    needed: bool = True
    mend: str = ""


def missing_libraries() -> list[str]:
    """Return the names of the libraries for PDF files that cannot be loaded."""
    _look_where_weasyprint_looks()
    return [name for name, spellings in _LIBRARIES.items() if not any(map(_loads, spellings))]


def install_command() -> str:
    """Return the command that installs the libraries for PDF files here, or all commands where unsure."""
    system = _system()
    if system in _MENDED_BY:
        return _MENDED_BY[system]
    return "  |  ".join(_MENDED_BY.values())


def checks(fonts: Path, own_folder: Path) -> Iterator[Check]:
    """Look at what the program needs: Python, the libraries, fonts, terminal, folders."""
    version = ".".join(map(str, sys.version_info[:3]))
    yield Check("python", version, sys.version_info >= (3, 11), mend="https://www.python.org/downloads/")
    missing = missing_libraries()
    yield Check(
        "pdf-libraries",
        ", ".join(name for name in _LIBRARIES if name not in missing) or "–",
        not missing,
        needed=missing != [_SUBSET],  # without it WeasyPrint takes a slower way
        mend=install_command(),
    )
    libyaml = importlib.util.find_spec("yaml._yaml") is not None
    reinstall = f"{sys.executable} -m pip install --force-reinstall"
    yield Check("libyaml", "libyaml" if libyaml else "–", libyaml, mend=f"{reinstall} pyyaml")
    faces = sorted(path.name for path in fonts.glob("*.ttf"))
    yield Check("fonts", ", ".join(faces) or "–", bool(faces), mend=f"{reinstall} alignment-maturity")
    encoding = (sys.stdout.encoding or "?").lower()
    yield Check("encoding", encoding, "utf" in encoding, needed=False, mend=_utf8_command())
    yield Check("own-folder", str(own_folder), _usable(own_folder), needed=False)
    yield Check("here", str(Path.cwd()), os.access(Path.cwd(), os.W_OK), needed=False)


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _look_where_weasyprint_looks() -> None:
    """Add the folders in which Windows keeps the libraries, as WeasyPrint does."""
    add = getattr(os, "add_dll_directory", None)
    if add is None:
        return
    usual = r"C:\msys64\ucrt64\bin;C:\msys64\mingw64\bin;C:\Program Files\GTK3-Runtime Win64\bin"
    for folder in os.environ.get("WEASYPRINT_DLL_DIRECTORIES", usual).split(";"):
        if Path(folder).is_dir():
            add(folder)


def _system() -> str:
    if sys.platform == "darwin":
        return "macos"
    if sys.platform == "win32":
        return "windows"
    try:
        import platform

        release = platform.freedesktop_os_release()
    except OSError:
        return ""
    kin = [release.get("ID", ""), *release.get("ID_LIKE", "").split()]
    families = {"ubuntu": "debian", "rhel": "fedora", "centos": "fedora", "opensuse": "suse"}
    return next((name for name in (families.get(word, word) for word in kin) if name in _MENDED_BY), "")


def _utf8_command() -> str:
    return "chcp 65001" if sys.platform == "win32" else "export LC_ALL=C.UTF-8"


def _usable(folder: Path) -> bool:
    """Tell whether a folder can be read, or could be made."""
    nearest = next(parent for parent in (folder, *folder.parents) if parent.exists())
    return nearest.is_dir() and os.access(nearest, os.W_OK)
