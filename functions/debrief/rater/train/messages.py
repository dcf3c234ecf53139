"""Labelled messages, and ways to vary them that leave their labels true."""

import json
import random
import re
from dataclasses import dataclass
from pathlib import Path

CRITERIA = [
    "acknowledges", "apology", "responsibility", "empathy", "action", "customer_impact", "remedy", "next_update",
    "support_route", "prevention", "gratitude", "blame", "downplay", "evasion", "speculation", "heated",
]

DATA = Path(__file__).resolve().parent.parent / "data"
TRAINING = ["a", "b", "c", "d", "e", "f", "g"]

KEYS = {
    "q": "wa", "w": "qes", "e": "wrd", "r": "etf", "t": "ryg", "y": "tuh", "u": "yij", "i": "uok", "o": "ipl", "p": "o",
    "a": "sqz", "s": "adwx", "d": "sfec", "f": "dgrv", "g": "fhtb", "h": "gjyn", "j": "hkum", "k": "jli", "l": "ko",
    "z": "xas", "x": "zcs", "c": "xvd", "v": "cbf", "b": "vng", "n": "bmh", "m": "nk",
}

CONTRACTED = [
    ("we are", "we're"), ("you are", "you're"), ("i am", "i'm"), ("we have", "we've"), ("i have", "i've"),
    ("do not", "don't"), ("does not", "doesn't"), ("did not", "didn't"), ("cannot", "can't"), ("will not", "won't"),
    ("is not", "isn't"), ("are not", "aren't"), ("was not", "wasn't"), ("it is", "it's"), ("that is", "that's"),
    ("we will", "we'll"), ("i will", "i'll"), ("you will", "you'll"), ("have not", "haven't"), ("has not", "hasn't"),
]

TEXTED = [
    ("you", "u"), ("your", "ur"), ("are", "r"), ("please", "pls"), ("please", "plz"), ("thanks", "thx"), ("thank you", "ty"),
    ("because", "cos"), ("tomorrow", "tmrw"), ("tonight", "2nite"), ("minutes", "mins"), ("minutes", "min"),
    ("hours", "hrs"), ("customers", "custs"), ("message", "msg"), ("people", "ppl"), ("with", "w/"), ("about", "abt"),
    ("before", "b4"), ("though", "tho"), ("sorry", "sry"), ("going to", "gonna"), ("and", "&"), ("number", "no."),
    ("something", "smth"), ("phone", "fone"), ("payments", "pymts"), ("every", "evry"), ("until", "til"),
]

SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\n+")


@dataclass
class Message:
    """A text whose every character carries a bit for each criterion that it helps to show."""

    author: str
    context: str
    text: str
    bits: list
    shown: tuple

    def labels(self):
        return [int(name in self.shown) for name in CRITERIA]


def plain(text):
    """One sort of apostrophe and space; the length stays."""
    return (text or "").replace("’", "'").replace("\u00a0", " ")


def message(row):
    text = plain(row["text"])
    bits = [0] * len(text)
    for name, quotes in row["shows"].items():
        for quote in map(plain, quotes):
            at = text.find(quote)
            if at < 0:
                raise ValueError(f"{row['id']}: {name} quotes words that the text does not have: {quote}")
            for i in range(at, at + len(quote)):
                bits[i] |= 1 << CRITERIA.index(name)
    return Message(row["author"], plain(row.get("context")), text, bits, tuple(row["shows"]))


def rows(path):
    return [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines() if line.strip()]


def training_rows():
    return [dict(row, group=name) for name in TRAINING for row in rows(DATA / f"{name}.jsonl")]


class Variation:
    """Says the same in the manner of somebody in a hurry. Each step works on (character, bits) pairs."""

    def __init__(self, seed):
        self.random = random.Random(seed)

    def of(self, original):
        pairs = list(zip(original.text, original.bits))
        if self.chance(0.12):
            pairs = self.shuffled(pairs)
        if self.chance(0.12):
            pairs = self.without_a_silent_sentence(pairs)
        if self.chance(0.3):
            pairs = self.replaced(pairs, CONTRACTED, 0.7)
        if self.chance(0.15):
            pairs = self.replaced(pairs, TEXTED, 0.5)
        if self.chance(0.25):
            pairs = self.mistyped(pairs, self.random.choice([0.01, 0.02, 0.04]))
        if self.chance(0.2):
            pairs = [pair for pair in pairs if pair[0] != "'"]
        if self.chance(0.2):
            pairs = [(" ", b) if c in ".,;:!\n" and self.chance(0.8) else (c, b) for c, b in pairs]
        context = "" if self.chance(0.15) else original.context
        return Message(original.author, context, "".join(c for c, _ in pairs), [b for _, b in pairs], original.shown)

    def chance(self, probability):
        return self.random.random() < probability

    def sentences(self, pairs):
        text = "".join(c for c, _ in pairs)
        starts = [0] + [end.end() for end in SENTENCE_END.finditer(text)] + [len(text)]
        return [pairs[a:b] for a, b in zip(starts, starts[1:]) if b > a]

    def shuffled(self, pairs):
        parts = self.sentences(pairs)
        self.random.shuffle(parts)
        return self.joined(parts)

    def without_a_silent_sentence(self, pairs):
        parts = self.sentences(pairs)
        silent = [i for i, part in enumerate(parts) if not any(bit for _, bit in part)]
        if len(parts) > 2 and silent:
            parts.pop(self.random.choice(silent))
        return self.joined(parts)

    def joined(self, parts):
        whole = []
        for part in parts:
            if whole and not whole[-1][0].isspace():
                whole.append((" ", 0))
            whole.extend(part)
        return whole

    def replaced(self, pairs, table, probability):
        for one, other in self.random.sample(table, len(table) // 2):
            if table is CONTRACTED and self.chance(0.4):
                one, other = other, one
            text = "".join(c for c, _ in pairs).lower()
            for hit in reversed(list(re.finditer(r"(?<!\w)" + re.escape(one) + r"(?!\w)", text))):
                if len(text) == len(pairs) and self.chance(probability):
                    bits = pairs[hit.start()][1]
                    pairs = pairs[: hit.start()] + [(c, bits) for c in other] + pairs[hit.end():]
        return pairs

    def mistyped(self, pairs, rate):
        typed = []
        for c, bit in pairs:
            if not c.isalpha() or not self.chance(rate):
                typed.append((c, bit))
                continue
            slip = self.random.randrange(4)
            if slip == 0:
                pass
            elif slip == 1:
                typed += [(c, bit), (c, bit)]
            elif slip == 2:
                typed.append((self.random.choice(KEYS.get(c.lower(), c)), bit))
            elif typed:
                typed.insert(len(typed) - 1, (c, bit))
            else:
                typed.append((c, bit))
        return typed
