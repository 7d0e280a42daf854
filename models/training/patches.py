#!/usr/bin/env python3
"""Teaches a network what lesions look like on patches around them; the whole images come afterwards.

    patches.py TABLE.npz RUN --architecture resnet18
    train.py TABLE.npz RUN18 --architecture resnet18 --weights RUN/patches.pt

A class for a whole image says little about a spot in it, and a thousand images are few. A patch has a twelfth of an
image's pixels, so that many more lesions are seen in the same time. TABLE needs the lesions' places (columns tensor_x,
tensor_y, tensor_radius, and tensor_benign_x and so on for benign ones). It may be a larger one than `train.py` gets; of
one and the same table both leave out the same validation rows.
"""

import argparse
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

from applicability import DARKEST
from augment import augmented
from metrics import auc
from networks import IMPLANT, NEGATIVE, POSITIVE, build, malignancy, probabilities
from progress import Progress
from table import Table
from train import keep


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("table", type=Path)
    parser.add_argument("run", type=Path)
    parser.add_argument("--architecture", choices=["resnet18", "resnet34"], default="resnet18")
    parser.add_argument("--steps", type=int, default=1500)
    parser.add_argument("--batch", type=int, default=96)
    parser.add_argument("--edge", type=int, default=64, help="of a patch, pixels of the tensor")
    parser.add_argument("--rate", type=float, default=2e-3, help="highest learning rate")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--bf16", action="store_true", help="16-bit brain floats where the processor has them")
    return parser.parse_args()


class Patches:
    """Draws patches from some rows of a table: with a malignant lesion, with a benign one, and from anywhere else."""

    def __init__(self, table, rows, edge, seed):
        self.table, self.rows, self.edge = table, np.asarray(rows), edge
        self.random = np.random.default_rng(seed)
        self.malignant = table.circles(rows, "tensor_") * table.size
        self.benign = table.circles(rows, "tensor_benign_") * table.size

    def batch(self, count):
        """Patches (count × 1 × edge × edge), and their classes: positive where a malignant lesion is in the patch."""
        kinds = [self.with_malignant, self.with_benign, self.with_malignant, self.from_anywhere]
        patches, classes = zip(*[kinds[i % len(kinds)]() for i in range(count)])
        return torch.stack(patches), torch.tensor(classes)

    def with_malignant(self):
        i = self.random.choice(np.flatnonzero(self.malignant[:, 0] > 0))
        return self.patch(i, self.near(self.malignant[i]), POSITIVE)

    def with_benign(self):
        """The look-alikes: the lesson that anywhere else does not teach."""
        known = np.flatnonzero((self.benign[:, 0] > 0) & (self.malignant[:, 0] <= 0))
        if len(known) == 0:
            return self.from_anywhere()
        i = self.random.choice(known)
        return self.patch(i, self.near(self.benign[i]), NEGATIVE)

    def near(self, circle):
        return circle[:2] + self.random.uniform(-self.edge / 4, self.edge / 4, 2)

    def from_anywhere(self):
        """Somewhere in a breast, away from its malignant lesion if it has one."""
        while True:
            i = self.random.integers(len(self.rows))
            centre = self.random.uniform(0, self.table.size, 2)
            x, y = centre.astype(int)
            away = np.hypot(*(centre - self.malignant[i, :2])) > self.malignant[i, 2] + self.edge * 0.6
            if away and self.table.tensors[self.rows[i], 0, y, x] > DARKEST:
                return self.patch(i, centre, NEGATIVE)

    def patch(self, i, centre, classes):
        left, top = np.clip(centre - self.edge / 2, 0, self.table.size - self.edge).astype(int)
        row = self.rows[i]
        implant = self.table.classes[row] in IMPLANT
        return self.table.tensors[row][:, top : top + self.edge, left : left + self.edge], classes[0 if implant else 1]


def main():
    options = arguments()
    torch.manual_seed(options.seed)
    table = Table.load(options.table)
    rows = table.split(options.seed)
    network = build(options.architecture, options.seed).to(options.device, memory_format=torch.channels_last)
    optimizer = torch.optim.AdamW(network.parameters(), lr=options.rate, weight_decay=0.02)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, options.rate, total_steps=options.steps)
    training = Patches(table, rows["train"], options.edge, options.seed)
    held_out = Patches(table, rows["validation"], options.edge, options.seed).batch(600)
    generator = torch.Generator().manual_seed(options.seed)
    progress = Progress("steps", options.steps)
    losses = []
    for step in range(1, options.steps + 1):
        patches, classes = training.batch(options.batch)
        patches = mirrored(patches, generator).to(options.device)
        images, _ = augmented(patches, torch.zeros_like(patches), generator)
        network.train()
        with torch.autocast(torch.device(options.device).type, dtype=torch.bfloat16, enabled=options.bf16):
            logits = network(images.contiguous(memory_format=torch.channels_last))
        loss = F.cross_entropy(logits.float(), classes.to(options.device), label_smoothing=0.05)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        schedule.step()
        losses.append(float(loss))
        progress.step(f"loss {np.mean(losses[-50:]):.3f}")
        if step % 100 == 0 or step == options.steps:
            progress.say(f"step {step}: loss {np.mean(losses[-100:]):.4f}, validation AUC {measured(network, *held_out):.4f}")
    options.run.mkdir(parents=True, exist_ok=True)
    keep({"network": network.state_dict()}, options.run / "patches.pt")


def mirrored(patches, generator):
    return patches.flip(-1) if torch.rand(1, generator=generator) < 0.5 else patches


def measured(network, patches, classes):
    network.eval()
    with torch.no_grad():
        scores = malignancy(probabilities(network(patches.to(next(network.parameters()).device)).cpu()))
    return auc(scores, np.isin(classes.numpy(), POSITIVE))


if __name__ == "__main__":
    main()
