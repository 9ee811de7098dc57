"""Prints what an archive of `docker save` holds, a line for each entry of its merged tree and for each setting.

Shares nothing with the program that it judges: Python reads the layers, and merges them by the words of OCI's image-spec.
"""
import hashlib
import io
import json
import posixpath
import sys
import tarfile


def place(name):
    return posixpath.normpath("/" + name).replace("//", "/")


def opened(data):
    return tarfile.open(fileobj=io.BytesIO(data), errors="surrogateescape")


def content(archive, name):
    member = archive.getmember(name)
    while member.issym():
        # Docker writes a layer that came up before as a link.
        folder = posixpath.dirname(member.name)
        member = archive.getmember(posixpath.normpath(posixpath.join(folder, member.linkname)))
    return archive.extractfile(member).read()


def remove(tree, path, itself):
    for known in [each for each in tree if each.startswith(path + "/") or itself and each == path]:
        del tree[known]


def described(entry, layer):
    kinds = {b"2": "link", b"3": "char", b"4": "block", b"5": "folder", b"6": "fifo"}
    kind = kinds.get(entry.type, "file")
    found = {"type": kind, "owner": entry.uid, "group": entry.gid}
    found["xattrs"] = {k[13:]: v for k, v in entry.pax_headers.items() if k.startswith("SCHILY.xattr.")}
    if kind == "link":
        found["target"] = entry.linkname
    else:
        found["mode"] = "%o" % (entry.mode & 0o7777)
    if kind == "file":
        found["size"] = entry.size
        found["content"] = hashlib.sha256(layer.extractfile(entry).read()).hexdigest()
    if kind in ("char", "block"):
        found["device"] = [entry.devmajor, entry.devminor]
    return found


def lay(layer, tree):
    entries = layer.getmembers()
    for entry in entries:
        folder, name = posixpath.split(place(entry.name))
        if name == ".wh..wh..opq":
            remove(tree, folder.rstrip("/"), False)
        elif name.startswith(".wh.") and not name.startswith(".wh..wh."):
            remove(tree, posixpath.join(folder, name[4:]), True)
    for entry in entries:
        path = place(entry.name)
        if posixpath.basename(path).startswith(".wh."):
            continue
        if not entry.isdir():
            remove(tree, path, True)
        tree[path] = tree[place(entry.linkname)] if entry.islnk() else described(entry, layer)


def shown(text):
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace").replace("\n", "\\n")


archive = tarfile.open(sys.argv[1], errors="surrogateescape")
manifest = json.loads(content(archive, "manifest.json"))[0]
configuration = json.loads(content(archive, manifest["Config"]))
tree = {}
for name in manifest["Layers"]:
    lay(opened(content(archive, name)), tree)
for path in tree:
    print(shown(path), shown(json.dumps(tree[path], sort_keys=True)))
for name in ("architecture", "os", "author"):
    print("configuration", name, json.dumps(configuration.get(name)))
for name, value in (configuration.get("config") or {}).items():
    if value not in (None, "", {}, [], False):
        print("configuration", name, json.dumps(value, sort_keys=True))
for entry in configuration.get("history", [])[-1:]:
    entry.pop("created", None)
    print("history", json.dumps(entry, sort_keys=True))
