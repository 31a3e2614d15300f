"""The small collection that every fault is tried on: most of it new meetings, and what makes a store's history: a draft and its final version, the
same minutes at two addresses, a document without a date, restricted items, what cannot be read."""
import pathlib
import subprocess

REFUSED = {"000010-empty.txt": b"", "000050-nul.txt": b"Board\0\n", "000035-noise.pdf": b"%PDF-1.4\n" + bytes(range(256)) * 20}

TOP = pathlib.Path(__file__).resolve().parent.parent.parent


def write(folder, count=60, size=3):
    """Writes it and returns how many documents load."""
    subprocess.run([TOP / "bench/generate", str(folder), str(count), "--size", str(size)], check=True)
    generated = sorted(folder.glob("0?????.*"))
    texts = [path for path in generated if path.suffix == ".txt"]
    first, second, third = (texts[i].read_text(encoding="utf-8") for i in (3, 9, 15))
    heading, rest = first.split("\n", 1)
    (folder / "0000-draft.txt").write_text(f"{heading}\n\nDRAFT MINUTES - subject to approval\n{rest}", encoding="utf-8")
    (folder / "zz-again.txt").write_text(second.replace("noted", "received"), encoding="utf-8")
    (folder / "mm-undated.txt").write_text("\n".join(line for line in third.splitlines() if "meeting held on" not in line), encoding="utf-8")
    for name, content in REFUSED.items():
        (folder / name).write_bytes(content)
    # Of the same meeting as the next document in order: processes that share the work get to the two at the same time, or the wrong way round.
    for path in generated[4::8]:
        copy = path.read_text(encoding="utf-8").replace("noted", "received").replace("approved", "deferred")
        (folder / f"{path.stem}-copy{path.suffix}").write_text(copy, encoding="utf-8")
    return sum(path.name not in REFUSED for path in folder.iterdir())


def earlier(folder):
    """The documents whose place others take later."""
    return [folder / "0000-draft.txt", sorted(folder.glob("0?????.txt"))[9], *folder.glob("*-copy.*")]
