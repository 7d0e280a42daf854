"""Small changes to training images that a mammogram might have come with anyway. The chest wall stays on the left."""

import math

import torch
import torch.nn.functional as F

DEGREES, SHIFT, SCALE, CONTRAST, BRIGHTNESS = 8, 0.04, 0.08, 0.12, 0.12


def augmented(images, lesions, generator):
    """A batch turned, shifted, scaled, flipped from top to bottom, and shown a little brighter or flatter.

    `lesions`, masks of the same size, move along.
    """
    count = len(images)
    darkest = images.amin(dim=(1, 2, 3), keepdim=True)
    grid = F.affine_grid(transforms(count, generator).to(images.device), list(images.shape), align_corners=False)
    # Beyond the image lies darkness, not the 0 that normalisation turns into a middle grey.
    moved = F.grid_sample(images - darkest, grid, align_corners=False)
    contrast = 1 + CONTRAST * between(count, generator).to(images.device)[:, None, None, None]
    brightness = BRIGHTNESS * between(count, generator).to(images.device)[:, None, None, None]
    return (moved * contrast + brightness * (moved > 0)) + darkest, F.grid_sample(lesions, grid, align_corners=False)


def transforms(count, generator):
    angle = math.radians(DEGREES) * between(count, generator)
    scale = 1 + SCALE * between(count, generator)
    flip = torch.where(torch.rand(count, generator=generator) < 0.5, -1.0, 1.0)
    rows = [
        torch.stack([angle.cos() * scale, -angle.sin() * scale, SHIFT * between(count, generator)], dim=1),
        torch.stack([angle.sin() * scale * flip, angle.cos() * scale * flip, SHIFT * between(count, generator)], dim=1),
    ]
    return torch.stack(rows, dim=1)


def between(count, generator):
    """Evenly between -1 and 1."""
    return 2 * torch.rand(count, generator=generator) - 1
