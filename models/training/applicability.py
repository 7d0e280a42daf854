"""When a network had better say nothing: images unlike those it was trained on, and scores near the operating point."""

import numpy as np
import torch

from networks import MEAN, STD, malignancy, probabilities

# The share of images like those of the training that each limit refuses at either end: a limit that refuses none of
# them would be set by the oddest one and let strangers in.
ODD = 0.005
# The share of validation images that the limit on features refuses. It decides about strangers more than all others: the
# few validation images beyond it are the price.
STRANGE = 0.02
# The share of validation images nearest to the operating point that get no opinion.
UNSURE = 0.04
# What is not breast is exactly this dark (see `lib/classifier`).
DARKEST = -MEAN / STD + 1e-5


def applicability(served, known):
    """The card's limits: spans of the training images' intensities, and how far features may lie from theirs.

    The distance is measured on validation images, which the network has not seen: those of training lie too near.
    """
    train, validation = known
    statistics = np.array([intensities(image) for image in torch.cat([train.tensors, validation.tensors])[:, 0].numpy()])
    spans = {name: span(column) for name, column in zip(("breastShare", "mean", "deviation"), statistics.T)}
    return {"distance": round(float(np.quantile(distances(served, validation.tensors), 1 - STRANGE)), 4), **spans}


def distances(served, tensors):
    return torch.cat([served(part)[2] for part in tensors.split(64)]).numpy()


def intensities(image):
    """Share of the tensor that is breast; mean and deviation of the breast's values (normalised as the tensor is)."""
    breast = image[image > DARKEST]
    return breast.size / image.size, breast.mean(), breast.std()


def span(values):
    return [round(float(np.quantile(values, share)), 4) for share in (ODD, 1 - ODD)]


def refused(card, served, tensors):
    """Which images (N) the card's limits refuse."""
    limits = card["applicability"]
    statistics = np.array([intensities(image) for image in tensors[:, 0].numpy()])
    refused = ~(distances(served, tensors) <= limits["distance"])
    for name, column in zip(("breastShare", "mean", "deviation"), statistics.T):
        refused |= (column < limits[name][0]) | (column > limits[name][1])
    return refused


def unsure(logits, decided):
    """The band of malignancy around the operating point that holds the nearest few of the validation images."""
    scores = malignancy(probabilities(logits, decided["temperature"]))
    point = decided["operatingPoint"]
    nearest = np.sort(np.abs(scores - point))[: max(1, round(UNSURE * len(scores)))]
    return [round(max(0.0, float(point - nearest[-1])), 4), round(min(1.0, float(point + nearest[-1])), 4)]
