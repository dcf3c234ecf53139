"""Ways that were not taken, measured on the group of authors that main.py leaves out: word counts, and frozen sentences."""

import sys

import numpy as np
import torch
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_union

import learn
import measure
from main import LEFT_OUT
from messages import CRITERIA, SENTENCE_END, message, training_rows
from network import Rater


def counts(texts, others):
    both = make_union(
        TfidfVectorizer(ngram_range=(1, 3), min_df=2, sublinear_tf=True, token_pattern=r"[\w']+|[^\w\s]"),
        TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 4), min_df=5, sublinear_tf=True))
    return both.fit_transform(texts), both.transform(others)


@torch.no_grad()
def frozen(net, cutter, text):
    """The mean, and the strongest, of what the untrained encoder makes of each sentence."""
    found = []
    for sentence in [s for s in SENTENCE_END.split(text) if s.strip()] or [text or "."]:
        ids = torch.tensor([[cutter.cls] + cutter.tokenizer.encode(sentence, add_special_tokens=False).ids[:200] + [cutter.sep]])
        found.append(net.encoder(ids)[0][0].mean(0).numpy())
    return np.concatenate([np.mean(found, 0), np.max(found, 0), np.min(found, 0)])


def judged(fit, rated, truth):
    model = [LogisticRegression(C=8, class_weight="balanced", max_iter=200, solver="liblinear").fit(fit, truth[:, c]) for c in range(len(CRITERIA))]
    return np.stack([one.predict_proba(rated)[:, 1] for one in model], 1)


def main(base):
    rows = training_rows()
    out = np.array([row["group"] == LEFT_OUT for row in rows])
    messages = [message(row) for row in rows]
    truth = np.array([m.labels() for m in messages], dtype=bool)
    net, cutter = Rater(base).eval(), learn.Pieces(base)
    vectors = np.array([frozen(net, cutter, m.text) for m in messages])
    texts = np.array([m.text for m in messages], dtype=object)
    words = judged(*counts(texts[~out], texts[out]), truth[~out])
    sentences = judged(vectors[~out], vectors[out], truth[~out])
    for name, probability in [("word counts", words), ("frozen sentences", sentences), ("both", (words + sentences) / 2)]:
        said = probability >= measure.thresholds(truth[out], probability)
        print("%-18s macro F1 %.3f  mean kappa %.3f" % (name, *measure.figures(truth[out], said)))


if __name__ == "__main__":
    main(sys.argv[1])
