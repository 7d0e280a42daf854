"""A table of tensors, as `./mammoflow tensors` writes it, and its splits by patient."""

import hashlib

import numpy as np
import torch

from networks import CLASSES

SPLITS = ("train", "validation", "test")


class Table:
    """Tensors (N × 1 × size × size), class numbers, patients, splits, and whatever columns the label table had."""

    def __init__(self, columns):
        self.columns = columns
        self.tensors = torch.from_numpy(columns["tensors"])
        self.classes = torch.tensor([CLASSES.index(name.upper()) for name in columns["class"]])
        self.patients = columns["patient"]

    @staticmethod
    def load(file):
        archive = np.load(file)
        table = Table({name: archive[name] for name in archive.files})
        unknown = set(np.char.upper(table.columns["class"])) - set(CLASSES)
        if unknown:
            raise SystemExit(f"{file}: unknown classes {sorted(unknown)}")
        return table

    def __len__(self):
        return len(self.classes)

    @property
    def size(self):
        return self.tensors.shape[-1]

    def circles(self, rows, prefix):
        """Lesions' circles (rows × 3: x, y, radius in shares of the tensor's edge); -9 where none is known."""
        columns = [self.columns.get(prefix + name, np.full(len(self), "")) for name in ("x", "y", "radius")]
        return np.array([[float(cell or -9) for cell in column[rows]] for column in columns], np.float32).T

    def to(self, device):
        """Moves the tensors to a GPU if they leave half of it free: fetching every batch would keep it waiting."""
        if torch.device(device).type == "cuda" and 2 * self.columns["tensors"].nbytes < torch.cuda.mem_get_info(device)[0]:
            self.tensors = self.tensors.to(device)
        return self

    def lesions(self, rows):
        """Masks (rows × 1 × size × size) of the malignant lesions' circles; nothing but 0 where none is known."""
        x, y, radius = torch.from_numpy(self.circles(rows, "tensor_")).to(self.tensors.device).T[:, :, None, None, None]
        centres = (torch.arange(self.size, device=self.tensors.device) + 0.5) / self.size
        return ((centres[:, None] - y) ** 2 + (centres - x) ** 2 <= radius**2).float() * (x > 0)

    def part(self, rows):
        return Table({name: column[rows] for name, column in self.columns.items()})

    def digest(self):
        """SHA-256 of all tensors and classes: what a network was trained on, to the bit."""
        sha = hashlib.sha256(self.tensors.cpu().numpy().tobytes())
        sha.update(self.classes.numpy().tobytes())
        return sha.hexdigest()

    def split(self, seed):
        """Rows of each split: as the table says, otherwise 80 to 20 by patient, stratified by the patient's worst class."""
        if "split" in self.columns and any(self.columns["split"]):
            return {name: np.flatnonzero(self.columns["split"] == name) for name in SPLITS}
        validation = self.validation_patients(np.random.default_rng(seed))
        held_out = np.isin(self.patients, validation)
        return {"train": np.flatnonzero(~held_out), "validation": np.flatnonzero(held_out), "test": np.array([], int)}

    def validation_patients(self, random):
        strata = {}
        for patient in np.unique(self.patients):
            worst = max(self.classes[self.patients == patient].tolist(), key=lambda c: (c % 2, c))
            strata.setdefault(worst, []).append(patient)
        chosen = []
        for patients in strata.values():
            random.shuffle(patients)
            chosen += patients[: round(len(patients) / 5)]
        return chosen
