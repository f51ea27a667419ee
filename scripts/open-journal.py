#!/usr/bin/env python3
"""Opens the bundles of a Posthorn journal without Posthorn and prints one JSON line per entry.

    open-journal.py JOURNAL IDENTITY FOLDER...

JOURNAL holds `checkpoint` and `tile/`; its write-ahead file is not read. IDENTITY is an age
identity file: the office's, or a recovery recipient's. Each FOLDER holds wrapped data keys: keys/
or an escrow; with none, only control records open. Needs Python 3.9, `cryptography` and the `age`
command. The format: FORMAT.md. The Merkle root is computed; who signed it a tlog verifier says.
"""
import base64, hashlib, json, pathlib, subprocess, sys, zlib
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF, HKDFExpand

journal, identity, folders = pathlib.Path(sys.argv[1]), sys.argv[2], sys.argv[3:]
origin, size, root = (journal / "checkpoint").read_text().split("\n")[:3]
size, stack, parts, keys = int(size), [], [], {}
sha256 = lambda data: hashlib.sha256(data).digest()

def bundle(number, width):  # tile/entries/x001/x234/067, with .p/<width> while it is not full
    groups = [group.zfill(3) for group in f"{number:,}".split(",")]
    path = "/".join(["x" + group for group in groups[:-1]] + groups[-1:])
    path += f".p/{width}" if width < 256 else ""
    data, at = (journal / "tile/entries" / path).read_bytes(), 0
    while at < len(data):
        start, at = at + 2, at + 2 + int.from_bytes(data[at:at + 2], "big")
        yield data[start:at]

def epoch_key(key_id):  # from the wrapped key <month>-<class>-<key id>[-<edition>].age
    for file in (f for d in folders for f in pathlib.Path(d).glob(f"**/*-{key_id}*.age")):
        done = subprocess.run(["age", "-d", "-i", identity, file], capture_output=True)
        if done.returncode == 0: return file.name.split("-")[2], done.stdout
    return None, None

def unseal(entry):  # kind 1, version 1, key id 8, salt 32, commitment 32, ciphertext, tag 16
    key_id, salt, commitment, sealed = entry[2:10], entry[10:42], entry[42:74], entry[74:]
    if key_id not in keys: keys[key_id] = epoch_key(key_id.hex())
    name, key = keys[key_id]
    if key is None: return {"locked": key_id.hex()}
    entry_key = HKDF(SHA256(), 32, salt, b"posthorn entry key v1\n" + origin.encode()).derive(key)
    okm = HKDFExpand(SHA256(), 76, b"posthorn entry v1").derive(entry_key)
    if okm[44:] != commitment: sys.exit(f"{key_id.hex()} is not the key of its entries")
    plain = AESGCM(okm[:32]).decrypt(okm[32:44], sealed, b"\x01" + key_id + origin.encode())
    return {"class": name, "entry": json.loads(zlib.decompress(plain, -15))}

for index in range(size):
    if index % 256 == 0: entries = bundle(index // 256, min(256, size - index))
    entry, level = next(entries), 0
    node = sha256(b"\0" + entry)
    while index >> level & 1: node, level = sha256(b"\1" + stack.pop() + node), level + 1
    stack.append(node)
    if entry[0] == 2:  # a part: number, count, piece
        parts.append(entry[3:])
        if entry[1] + 1 < entry[2]: continue
        entry, parts = b"\1" + b"".join(parts), []
    said = unseal(entry) if entry[0] else {"control": json.loads(entry[1:])}
    print(json.dumps({"index": index, **said}))
while len(stack) > 1: stack.append(sha256(b"\1" + stack.pop(-2) + stack.pop()))
if base64.b64encode((stack + [sha256(b"")])[0]).decode() != root: sys.exit("wrong root")
