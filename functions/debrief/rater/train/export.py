"""Writes the network as the Java rater loads it: ONNX with eight-bit weights, the word pieces, and the calibration."""

import json
import tempfile
import unicodedata
import warnings
from pathlib import Path

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from sklearn.linear_model import LogisticRegression

import measure
from learn import Pieces
from messages import CRITERIA, Variation
from network import Panel

RESOURCES = Path(__file__).resolve().parents[2] / "src/main/resources/dev/muster/rating"


COMMON = 7000

# The group left out avoids the usual wordings, so that it can show how little the rules harm, but not how much they help.
LEAST_RULE = 1.5


def known(base, messages):
    """Numbers of the word pieces to keep: marks and Latin letters, the commonest, and whatever the training messages have."""
    cutter = Pieces(base)
    keep = set(range(COMMON))
    for one in messages + [Variation(0).of(one) for one in messages]:
        keep.update(cutter.of(one)[0])
    vocabulary = cutter.tokenizer.get_vocab()
    keep.update(number for piece, number in vocabulary.items() if len(piece.removeprefix("##")) == 1)
    names = sorted(vocabulary, key=vocabulary.get)
    return [number for number in sorted(keep)
            if not names[number].startswith("[unused") and names[number].removeprefix("##")[0] < "\u0250"
            or unicodedata.category(names[number][-1]) in ("So", "Sc", "Pd", "Po", "Pi", "Pf")]


def pieces(base, numbers, path):
    vocabulary = json.loads(Path(base, "tokenizer.json").read_text(encoding="utf-8"))["model"]["vocab"]
    names = sorted(vocabulary, key=vocabulary.get)
    path.write_text("".join(f"{names[number]}\n" for number in numbers), encoding="utf-8")


def network(raters, numbers, path):
    panel = Panel([one.float() for one in raters], numbers).eval()
    ids = torch.randint(10, 5000, (1, 40))
    kinds = torch.ones_like(ids)
    kinds[:, :5] = 0
    axes = {0: "one", 1: "pieces"}
    with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            panel, (ids, kinds), f"{folder}/float.onnx", opset_version=17,
            input_names=["ids", "kinds"], output_names=["message", "pieces"],
            dynamic_axes={"ids": axes, "kinds": axes, "pieces": axes})
        # Seven bits: on processors without VNNI, sums of eight-bit products overflow.
        quantize_dynamic(f"{folder}/float.onnx", str(path), weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)


def calibration(truth, logits, hits, version, path):
    """Weighs network and wording rules per criterion, drawn towards what suits all criteria; then smoothed thresholds.

    Returns macro F1 and mean kappa on the same messages.
    """
    together = LogisticRegression(C=1).fit(np.stack([logits.ravel(), hits.ravel()], 1), truth.ravel())
    weighed = np.zeros_like(logits)
    scales = {}
    for c, name in enumerate(CRITERIA):
        own = LogisticRegression(C=1).fit(np.stack([logits[:, c], hits[:, c]], 1), truth[:, c])
        slope, rule = (own.coef_[0] + together.coef_[0]) / 2
        shift = float(own.intercept_[0] + together.intercept_[0]) / 2
        rule = max(LEAST_RULE, float(rule))
        weighed[:, c] = slope * logits[:, c] + rule * hits[:, c] + shift
        scales[name] = {"slope": round(float(slope), 4), "shift": round(shift, 4), "rule": round(rule, 4)}
    probability = 1 / (1 + np.exp(-weighed))
    best = measure.thresholds(truth, probability)
    for c, name in enumerate(CRITERIA):
        # Half way to what suits all: the authors to come are others than these.
        scales[name]["threshold"] = round(float(np.clip((best[c] + np.median(best)) / 2, 0.31, 0.59)), 3)
    path.write_text(json.dumps({"version": version, "criteria": scales}, indent=2) + "\n", encoding="utf-8")
    limits = np.array([scales[name]["threshold"] for name in CRITERIA])
    return measure.figures(truth, probability >= limits)
