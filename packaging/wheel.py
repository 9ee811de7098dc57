#!/usr/bin/env python3
"""Makes wheels, for those who install programs with pip or run hooks with pre-commit.

    packaging/wheel.py EXECUTABLE FOLDER    the wheel `ovenproof` that carries the executable

As the build backend of this repository (see pyproject.toml) it makes the wheel `ovenproof-hook`, which holds nothing
and depends on the first one in the same version. Neither needs anything but Python itself.
"""

import base64
import hashlib
import os
import platform
import re
import stat
import struct
import sys
import zipfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SUMMARY = "Lints, rehearses, bakes and verifies machine images from Packer templates."
EARLIEST = (1980, 1, 1, 0, 0, 0)


def version():
    """The version that pyproject.toml states."""
    with open(os.path.join(ROOT, "pyproject.toml"), encoding="utf-8") as file:
        return re.search(r'^version = "([^"]+)"$', file.read(), re.MULTILINE).group(1)


def is_static(executable):
    """Whether an ELF file asks for no loader."""
    with open(executable, "rb") as file:
        head = file.read(64)
        if head[:5] != b"\x7fELF\x02":
            raise SystemExit(f"{executable} is no 64-bit ELF executable")
        offset, = struct.unpack_from("<Q", head, 32)
        size, count = struct.unpack_from("<HH", head, 54)
        file.seek(offset)
        table = file.read(size * count)
    return all(struct.unpack_from("<I", table, index * size)[0] != 3 for index in range(count))


def tag(executable):
    """A static executable runs with every libc; another one only on a machine like this."""
    machine = platform.machine()
    if not is_static(executable):
        return f"py3-none-linux_{machine}"
    return f"py3-none-manylinux2014_{machine}.musllinux_1_1_{machine}"


class Wheel:
    """A zip file with the members that pip expects; the same input makes the same bytes."""

    def __init__(self, folder, name, wheel_tag, requires=()):
        self.stem = f"{name}-{version()}"
        self.name = f"{self.stem}-{wheel_tag}.whl"
        self.records = []
        # No `with`: the file is closed by `close`, after its last member is known.
        self.zip = zipfile.ZipFile(os.path.join(folder, self.name), "w", zipfile.ZIP_DEFLATED)
        lines = ["Metadata-Version: 2.1", f"Name: {name.replace('_', '-')}", f"Version: {version()}"]
        lines += [f"Summary: {SUMMARY}", "License: Apache-2.0", "Requires-Python: >=3.8"]
        lines += [f"Requires-Dist: {requirement}" for requirement in requires]
        self.metadata("METADATA", "\n".join(lines) + "\n")
        tags = expanded(wheel_tag)
        pure = "true" if wheel_tag.endswith("-any") else "false"
        self.metadata(
            "WHEEL", f"Wheel-Version: 1.0\nGenerator: ovenproof\nRoot-Is-Purelib: {pure}\n"
            + "".join(f"Tag: {one}\n" for one in tags))
        for text in ("LICENSE", "NOTICE"):
            with open(os.path.join(ROOT, text), "rb") as file:
                self.metadata(f"licenses/{text}", file.read())

    def metadata(self, name, content):
        """Adds a file about the wheel."""
        self.add(f"{self.stem}.dist-info/{name}", content, 0o644)

    def add(self, path, content, mode):
        """Adds a file."""
        data = content.encode() if isinstance(content, str) else content
        member = zipfile.ZipInfo(path, EARLIEST)
        member.compress_type = zipfile.ZIP_DEFLATED
        member.external_attr = (stat.S_IFREG | mode) << 16
        self.zip.writestr(member, data)
        digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
        self.records.append(f"{path},sha256={digest},{len(data)}")

    def close(self):
        """Writes the list of the members; the file's name."""
        path = f"{self.stem}.dist-info/RECORD"
        self.add(path, "\n".join(self.records + [f"{path},,"]) + "\n", 0o644)
        self.zip.close()
        return self.name


def expanded(wheel_tag):
    """Every single tag that a compressed one stands for."""
    python, abi, platforms = wheel_tag.split("-")
    return [f"{python}-{abi}-{one}" for one in platforms.split(".")]


def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    """What pip calls in a checkout: a wheel that brings the executable of the same version with it."""
    return Wheel(wheel_directory, "ovenproof_hook", "py3-none-any", [f"ovenproof=={version()}"]).close()


def main(executable, folder):
    os.makedirs(folder, exist_ok=True)
    wheel = Wheel(folder, "ovenproof", tag(executable))
    with open(executable, "rb") as file:
        wheel.add(f"{wheel.stem}.data/scripts/ovenproof", file.read(), 0o755)
    print(os.path.join(folder, wheel.close()))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    main(sys.argv[1], sys.argv[2])
