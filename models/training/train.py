#!/usr/bin/env python3
"""Trains a network on a table of tensors from `./mammoflow tensors`.

    train.py TABLE.npz RUN --architecture resnet18 [--weights FILE.pt]

RUN is a folder; calling the same line again after an interruption goes on from the last finished epoch.
"""

import argparse
import json
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

from augment import augmented
from beginning import first_network, is_chance
from metrics import auc
from networks import CLASSES, POSITIVE, Located, build, malignancy, probabilities
from progress import Progress
from table import Table


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("table", type=Path)
    parser.add_argument("run", type=Path)
    parser.add_argument("--architecture", choices=["resnet18", "resnet34"], default="resnet18")
    parser.add_argument("--weights", type=Path, help="ImageNet's (torchvision) or an earlier training's .pt file")
    parser.add_argument("--scratch", action="store_true", help="begin with random weights whatever there is")
    parser.add_argument("--frozen", type=int, default=3, help="epochs that train the head only, if it begins with learned weights")
    parser.add_argument("--epochs", type=int, default=30, help="epochs that train everything")
    parser.add_argument("--patience", type=int, default=10, help="epochs without a better validation AUC")
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--rate", type=float, default=2e-3, help="highest learning rate")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--bf16", action="store_true", help="16-bit brain floats where the processor has them")
    parser.add_argument("--threads", type=int, help="default: all cores")
    return parser.parse_args()


# A head alone may learn faster: from a patch to a whole image its weights must grow.
HEAD = 10
# How much knowing the place counts beside knowing the class.
PLACES = 0.5
SHARE = 0.3


class Training:
    """One run: its network, its optimiser, and how far it is."""

    def __init__(self, options):
        torch.manual_seed(options.seed)
        torch.set_num_threads(options.threads or torch.get_num_threads())
        self.options = options
        self.table = Table.load(options.table).to(options.device)
        self.rows = self.table.split(options.seed)
        self.digest = self.table.part(self.rows["train"]).digest()
        self.network, self.origin = self.beginning()
        self.located = Located(self.network).to(options.device, memory_format=torch.channels_last)
        self.frozen = 0 if is_chance(self.origin) else options.frozen
        self.random = torch.Generator().manual_seed(options.seed)
        self.weights = self.class_weights().to(options.device)
        self.history, self.best = [], -1.0
        self.begin(frozen=self.frozen > 0)

    @property
    def last(self):
        return self.options.run / "last.pt"

    def beginning(self):
        """The network and where it comes from; a run that goes on keeps its own, whatever has been installed since."""
        if not self.last.exists():
            return first_network(self.options, self.table.tensors[self.rows["train"]])
        return build(self.options.architecture), torch.load(self.last, map_location="cpu")["settings"]["origin"]

    def class_weights(self):
        """Inverse to how often a class occurs, so that rare classes count as much."""
        counts = torch.bincount(self.table.classes[self.rows["train"]], minlength=len(CLASSES)).float()
        return counts.sum() / counts.clamp(min=1) / len(CLASSES)

    def begin(self, frozen):
        """A phase: the head alone, then everything; each with one cycle of the learning rate."""
        for name, parameter in self.network.named_parameters():
            parameter.requires_grad_(not frozen or name.startswith("fc."))
        trained = [p for p in self.located.parameters() if p.requires_grad]
        rate = self.options.rate * (HEAD if frozen else 1)
        self.optimizer = torch.optim.AdamW(trained, lr=rate, weight_decay=0.02)
        epochs = self.frozen if frozen else self.options.epochs
        steps = epochs * -(-len(self.rows["train"]) // self.options.batch)
        self.schedule = torch.optim.lr_scheduler.OneCycleLR(self.optimizer, rate, total_steps=steps)

    @property
    def epochs(self):
        return self.frozen + self.options.epochs

    def run(self):
        self.resume()
        progress = Progress("epochs", self.epochs, len(self.history))
        while len(self.history) < self.epochs and not self.is_stuck():
            if len(self.history) == self.frozen and self.frozen:
                self.begin(frozen=False)
            entry = self.epoch(frozen=len(self.history) < self.frozen)
            self.history.append(entry)
            self.save()
            progress.step()
            progress.say(f"epoch {len(self.history)}: " + ", ".join(f"{k} {v:.4f}" for k, v in entry.items()))
        print(f"best validation AUC {self.best:.4f}; from {self.origin}; export.py {self.options.run} makes the network")

    def is_stuck(self):
        measured = [entry["validationAuc"] for entry in self.history]
        return len(measured) - 1 - int(np.argmax(measured)) >= self.options.patience if measured else False

    def epoch(self, frozen):
        self.network.train(not frozen)
        order = torch.randperm(len(self.rows["train"]), generator=self.random)
        batches = order.split(self.options.batch)
        bar = Progress("  images", len(batches))
        losses = []
        for batch in batches:
            losses.append(self.step(self.rows["train"][batch.numpy()]))
            bar.step(f"loss {np.mean(losses):.3f}")
        logits = predictions(self.network, self.table.tensors[self.rows["validation"]], self.options.device)
        classes = self.table.classes[self.rows["validation"]]
        truth = np.isin(classes.numpy(), POSITIVE)
        return {
            "trainingLoss": float(np.mean(losses)),
            "validationLoss": float(F.cross_entropy(logits, classes)),
            "validationAccuracy": float((logits.argmax(dim=1) == classes).float().mean()),
            "validationAuc": auc(malignancy(probabilities(logits)), truth),
        }

    def step(self, rows):
        here = self.options.device
        images, lesions = augmented(self.table.tensors[rows].to(here), self.table.lesions(rows).to(here), self.random)
        images = images.contiguous(memory_format=torch.channels_last)
        with torch.autocast(torch.device(here).type, dtype=torch.bfloat16, enabled=self.options.bf16):
            logits, places = self.located(images)
        classes = self.table.classes[rows].to(here)
        loss = F.cross_entropy(logits.float(), classes, weight=self.weights, label_smoothing=0.05)
        loss = loss + PLACES * sum(misplaced(scores.float(), lesions) for scores in places)
        self.optimizer.zero_grad()
        loss.backward()
        self.optimizer.step()
        self.schedule.step()
        return float(loss)

    def save(self):
        state = {
            "network": self.network.state_dict(),
            "places": self.located.places.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "schedule": self.schedule.state_dict(),
            "random": self.random.get_state(),
            "history": self.history,
            "settings": self.settings(),
        }
        keep(state, self.last)
        if self.history[-1]["validationAuc"] > self.best:
            self.best = self.history[-1]["validationAuc"]
            keep({key: state[key] for key in ("network", "history", "settings")}, self.options.run / "best.pt")
        (self.options.run / "history.json").write_text(json.dumps(self.history, indent=1) + "\n")

    def settings(self):
        settings = {key: str(value) if isinstance(value, Path) else value for key, value in vars(self.options).items()}
        return {**settings, "origin": self.origin, "trainingDigest": self.digest}

    def resume(self):
        self.options.run.mkdir(parents=True, exist_ok=True)
        if not self.last.exists():
            print(f"training {self.options.architecture} from {self.origin}")
            return
        state = torch.load(self.last, map_location=self.options.device)
        self.history = state["history"]
        if self.frozen and len(self.history) > self.frozen:
            self.begin(frozen=False)
        self.network.load_state_dict(state["network"])
        self.located.places.load_state_dict(state["places"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.schedule.load_state_dict(state["schedule"])
        self.random.set_state(state["random"].cpu())
        self.best = max(entry["validationAuc"] for entry in self.history)
        print(f"going on after epoch {len(self.history)}")


def misplaced(scores, lesions):
    """How badly cells (N × 1 × h × w) tell where lesions are; a lesion's few cells count as much as all the others."""
    truth = (F.adaptive_max_pool2d(lesions, scores.shape[-2:]) > 0.5).float()
    each = F.binary_cross_entropy_with_logits(scores, truth, reduction="none")
    return (each * truth).sum() / truth.sum().clamp(min=1) * SHARE + (each * (1 - truth)).sum() / (1 - truth).sum()


def predictions(network, tensors, device="cpu", batch=64):
    """Logits (N × 4) of a network in evaluation mode."""
    network.eval()
    with torch.no_grad():
        outputs = [network(part.to(device)) for part in tensors.split(batch)]
    return torch.cat([out[0] if isinstance(out, tuple) else out for out in outputs]).float().cpu()


def keep(state, file):
    """Writes a file whole or not at all: an interruption must not cost the last epoch."""
    part = file.with_suffix(".part")
    torch.save(state, part)
    part.rename(file)


if __name__ == "__main__":
    Training(arguments()).run()
