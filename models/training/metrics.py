"""Figures of merit from probabilities and truth; all on malignancy unless named otherwise."""

import numpy as np
import torch
import torch.nn.functional as F

from networks import CLASSES, IMPLANT, POSITIVE, malignancy, probabilities


def auc(scores, truth):
    """Area under the ROC curve: the chance that a positive scores above a negative, ties count half."""
    positive = int(truth.sum())
    negative = len(truth) - positive
    if positive == 0 or negative == 0:
        return float("nan")
    _, inverse, counts = np.unique(scores, return_inverse=True, return_counts=True)
    ranks = (np.cumsum(counts) - (counts - 1) / 2)[inverse]
    return float((ranks[truth].sum() - positive * (positive + 1) / 2) / (positive * negative))


def at_threshold(scores, truth, threshold):
    said = scores >= threshold
    return {
        "accuracy": share(said == truth),
        "balancedAccuracy": (share(said[truth]) + share(~said[~truth])) / 2,
        "sensitivity": share(said[truth]),
        "specificity": share(~said[~truth]),
    }


def share(hits):
    return float(hits.mean()) if len(hits) else float("nan")


def with_intervals(measure, patients, rounds=2000, seed=0):
    """A measure's values with their 95% intervals; whole patients are drawn, because their images are not independent."""
    random = np.random.default_rng(seed)
    names = np.unique(patients)
    rows_of = {name: np.flatnonzero(patients == name) for name in names}
    everything = np.arange(len(patients))
    drawn = []
    for _ in range(rounds):
        sample = random.choice(names, len(names))
        drawn.append(measure(np.concatenate([rows_of[name] for name in sample])))
    return {
        key: {"value": value, "low": quantile(drawn, key, 2.5), "high": quantile(drawn, key, 97.5)}
        for key, value in measure(everything).items()
    }


def quantile(drawn, key, percent):
    return float(np.nanpercentile([values[key] for values in drawn], percent))


def calibration_error(scores, truth, bins=10):
    """Expected calibration error: how far stated and observed malignancy lie apart, weighted by bin."""
    return sum(count / len(scores) * abs(stated - observed) for stated, observed, count in reliability(scores, truth, bins))


def reliability(scores, truth, bins=10):
    """For each occupied bin of scores: mean score, share of positives, images."""
    number = np.minimum((scores * bins).astype(int), bins - 1)
    return [
        (float(scores[number == b].mean()), float(truth[number == b].mean()), int((number == b).sum()))
        for b in range(bins)
        if (number == b).any()
    ]


def fitted_temperature(logits, classes):
    """The temperature that makes the four classes' probabilities most likely."""
    logits = torch.as_tensor(logits)
    grid = np.geomspace(0.25, 8, 400)
    losses = [float(F.cross_entropy(logits / t, classes)) for t in grid]
    return round(float(grid[int(np.argmin(losses))]), 4)


def confusion(probabilities_of_classes, classes):
    """Rows: truth; columns: the class with the highest probability."""
    matrix = np.zeros((len(CLASSES), len(CLASSES)), int)
    np.add.at(matrix, (classes, probabilities_of_classes.argmax(axis=1)), 1)
    return matrix.tolist()


def decision(logits, classes):
    """Temperature, operating point and bands, chosen on validation images and nowhere else.

    The operating point has the highest balanced accuracy; there begins the band medium, so that band and call never
    contradict each other. High begins where 98% of the negatives are left out.
    """
    temperature = fitted_temperature(logits, classes)
    scores = malignancy(probabilities(logits, temperature))
    truth = np.isin(classes.numpy(), POSITIVE)
    candidates = np.unique(scores)
    best = max(candidates, key=lambda t: at_threshold(scores, truth, t)["balancedAccuracy"])
    high = max(float(np.quantile(scores[~truth], 0.98)), float(best))
    rounded = {"operatingPoint": float(best), "high": high}
    return {"temperature": temperature, **{key: round(value, 4) for key, value in rounded.items()}}


def results(logits, table, decided):
    """Everything that the card says about a set of images."""
    probs = probabilities(logits, decided["temperature"])
    scores, truth = malignancy(probs), np.isin(table.classes.numpy(), POSITIVE)
    implant, implanted = probs[:, IMPLANT].sum(axis=1), np.isin(table.classes.numpy(), IMPLANT)

    def measure(rows):
        return {
            **at_threshold(scores[rows], truth[rows], decided["operatingPoint"]),
            "auc": auc(scores[rows], truth[rows]),
            "fourClassAccuracy": share(probs[rows].argmax(axis=1) == table.classes.numpy()[rows]),
            "implantAccuracy": share((implant[rows] >= 0.5) == implanted[rows]),
        }

    return {
        "images": len(table),
        "patients": len(np.unique(table.patients)),
        **with_intervals(measure, table.patients),
        "calibrationError": calibration_error(scores, truth),
        "reliability": reliability(scores, truth),
        "confusion": confusion(probs, table.classes.numpy()),
        "by": {name: groups(table, name, scores, truth, decided) for name in GROUPS if name in table.columns},
    }


GROUPS = ("density", "view", "vendor", "implant", "lesion")


def groups(table, column, scores, truth, decided):
    """The same by group; lesions have no negatives of their own and are held against all of them."""
    found = {}
    for value in np.unique(table.columns[column]):
        if value == "":
            continue
        rows = table.columns[column] == value
        rows = rows | ~truth if column == "lesion" else rows
        found[str(value)] = {
            "images": int((table.columns[column] == value).sum()),
            "auc": auc(scores[rows], truth[rows]),
            **at_threshold(scores[rows], truth[rows], decided["operatingPoint"]),
        }
    return found
