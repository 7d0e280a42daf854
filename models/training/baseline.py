"""Logistic regression on global intensity statistics: what a network must beat to have seen anything."""

import numpy as np
import torch
import torch.nn.functional as F

from metrics import at_threshold, auc
from networks import POSITIVE

QUANTILES = np.linspace(0.02, 0.98, 13)


def statistics(tensors):
    """Moments, quantiles and the share of tissue of each image."""
    rows = []
    for image in tensors[:, 0].numpy():
        tissue = image[image > image.min()]
        centred = (tissue - tissue.mean()) / tissue.std()
        shape = [tissue.mean(), tissue.std(), (centred**3).mean(), (centred**4).mean(), tissue.size / image.size]
        rows.append(shape + list(np.quantile(tissue, QUANTILES)))
    return torch.tensor(np.array(rows), dtype=torch.float32)


def baseline(train, held_out):
    """Binary accuracy and AUC on held-out images of a model fitted on training images."""
    x = statistics(train.tensors)
    mean, std = x.mean(dim=0), x.std(dim=0) + 1e-6
    truth = torch.isin(train.classes, torch.tensor(POSITIVE)).float()
    weights = torch.zeros(x.shape[1] + 1, requires_grad=True)
    optimizer = torch.optim.LBFGS([weights], max_iter=500)

    def score(statistics_of_images):
        return ((statistics_of_images - mean) / std) @ weights[1:] + weights[0]

    def loss():
        optimizer.zero_grad()
        value = F.binary_cross_entropy_with_logits(score(x), truth) + 1e-3 * weights[1:].square().sum()
        value.backward()
        return value

    optimizer.step(loss)
    scores = torch.sigmoid(score(statistics(held_out.tensors))).detach().numpy()
    held_out_truth = np.isin(held_out.classes.numpy(), POSITIVE)
    return {"accuracy": at_threshold(scores, held_out_truth, 0.5)["accuracy"], "auc": auc(scores, held_out_truth)}
