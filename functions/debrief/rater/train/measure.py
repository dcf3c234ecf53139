"""F1 and kappa per criterion, and the thresholds that make them best."""

import numpy as np

from messages import CRITERIA


def f1(truth, said):
    hits = (truth & said).sum()
    return 2 * hits / max(1, truth.sum() + said.sum())


def kappa(truth, said):
    agreed = (truth == said).mean()
    chance = truth.mean() * said.mean() + (1 - truth.mean()) * (1 - said.mean())
    return 1.0 if chance == 1 else (agreed - chance) / (1 - chance)


def figures(truth, said):
    """Macro F1, mean kappa."""
    return (np.mean([f1(truth[:, c], said[:, c]) for c in range(len(CRITERIA))]),
            np.mean([kappa(truth[:, c], said[:, c]) for c in range(len(CRITERIA))]))


def thresholds(truth, probability, smooth=0.04):
    """Of each criterion the threshold whose neighbourhood has the best F1, so that no single message decides."""
    grid = np.arange(0.1, 0.81, 0.01)
    best = []
    for c in range(truth.shape[1]):
        scores = np.array([f1(truth[:, c], probability[:, c] >= t) for t in grid])
        width = int(round(smooth / 0.01))
        calm = np.array([scores[max(0, i - width): i + width + 1].mean() for i in range(len(grid))])
        best.append(grid[int(calm.argmax())])
    return np.array(best)
