"""Trains the rater: python main.py BASE RULES.

BASE is the folder of the sentence encoder to start from, RULES what './muster rate --rules' says of the training messages.
First on all groups of authors but one, to weigh network and rules and to find thresholds by authors that the network has not
seen; then on all of them. Both networks together are for use.
"""

import sys

import numpy as np
import torch
import transformers

import export
import learn
import measure
from messages import CRITERIA, message, rows, training_rows

VERSION = "encoder-1"
EPOCHS, RATE, SEED = 10, 2e-4, 1

# Two more passes, gently, in which the plain formulas come three times: without them the networks learn from the many voices that
# whoever says no more than a formula does not mean it.
MORE_EPOCHS, MORE_RATE, MORE_SEED = 2, 8e-5, 2
PLAIN = "g"

# Each group was written apart from the others, so that one left out stands for writers to come.
LEFT_OUT = "e"


def main(base, rules):
    lines = training_rows()
    seen = {row["id"]: row["criteria"] for row in rows(rules)}
    messages = [message(row) for row in lines]
    out = [row["group"] == LEFT_OUT for row in lines]
    print(f"without group {LEFT_OUT}", flush=True)
    plain = [one for one, row in zip(messages, lines) if row["group"] == PLAIN]
    some = trained([one for one, it in zip(messages, out) if not it], plain, base)
    left = [one for one, it in zip(messages, out) if it]
    truth = np.array([one.labels() for one in left], bool)
    logits, _ = learn.rate(some, left, base)
    hits = np.array([[seen[row["id"]][name] for name in CRITERIA] for row, it in zip(lines, out) if it], float)
    print("network alone, threshold 0.4: macro F1 %.3f, mean kappa %.3f" % measure.figures(truth, logits >= np.log(0.4 / 0.6)))
    print("with the rules: macro F1 %.3f, mean kappa %.3f"
          % export.calibration(truth, logits, hits, VERSION, export.RESOURCES / "calibration.json"))
    print("all groups", flush=True)
    every = trained(messages, plain, base)
    numbers = export.known(base, messages)
    export.pieces(base, numbers, export.RESOURCES / "pieces.txt")
    export.network([some, every], numbers, export.RESOURCES / "encoder.onnx")


def trained(messages, plain, base):
    net = learn.train([one for one in messages if one not in plain], base, EPOCHS, RATE, SEED)
    return learn.train(messages + 2 * plain, base, MORE_EPOCHS, MORE_RATE, MORE_SEED, net)


if __name__ == "__main__":
    transformers.logging.set_verbosity_error()
    torch.set_num_threads(2)
    main(sys.argv[1], sys.argv[2])
