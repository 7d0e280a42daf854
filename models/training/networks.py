"""The two networks: torchvision's ResNets with one grey channel and four classes."""

import numpy as np
import torch
import torch.nn.functional as F
import torchvision
from torch import nn
from torch.nn.utils.fusion import fuse_conv_bn_eval

CLASSES = ["IMPLANT_NEGATIVE", "IMPLANT_POSITIVE", "NO_IMPLANT_NEGATIVE", "NO_IMPLANT_POSITIVE"]
NEGATIVE = [0, 2]
POSITIVE = [1, 3]
IMPLANT = [0, 1]
# The mean of ImageNet's three channels: the input is grey.
MEAN, STD = 0.449, 0.226


def build(architecture, seed=0):
    """A fresh network ("resnet18" or "resnet34"); the same seed gives the same weights."""
    torch.manual_seed(seed)
    network = getattr(torchvision.models, architecture)(weights=None, num_classes=len(CLASSES))
    network.conv1 = nn.Conv2d(1, 64, kernel_size=7, stride=2, padding=3, bias=False)
    nn.init.kaiming_normal_(network.conv1.weight, mode="fan_out", nonlinearity="relu")
    return network


def transfer(network, state):
    """Takes over weights of ImageNet (three channels, 1000 classes) or of an earlier training, head excepted if it differs."""
    state = dict(state.get("network", state))
    if state["conv1.weight"].shape[1] == 3:
        # A grey image in three equal channels meets the sum of their filters.
        state["conv1.weight"] = state["conv1.weight"].sum(dim=1, keepdim=True)
    if state["fc.weight"].shape != network.fc.weight.shape:
        del state["fc.weight"], state["fc.bias"]
    left_out = network.load_state_dict(state, strict=False)
    unexpected = [name for name in left_out.missing_keys if not name.startswith("fc.")] + left_out.unexpected_keys
    if unexpected:
        raise SystemExit(f"These weights belong to another architecture: {unexpected[:3]}")
    return network


class Located(nn.Module):
    """A network in training with an eye on where lesions are: logits, and lesion scores of the cells of its last two stages.

    A class for a whole image says little about a spot in it; the truth table knows the spot. The two heads for places are
    left out of what is served.
    """

    def __init__(self, network):
        super().__init__()
        self.network = network
        self.places = nn.ModuleList(nn.Conv2d(n, 1, 1) for n in (network.layer4[0].conv1.in_channels, network.fc.in_features))
        for head in self.places:
            nn.init.constant_(head.bias, RARE)

    def forward(self, images):
        n = self.network
        stem = n.maxpool(n.relu(n.bn1(n.conv1(images))))
        third = n.layer3(n.layer2(n.layer1(stem)))
        fourth = n.layer4(third)
        logits = n.fc(n.avgpool(fourth).flatten(1))
        return logits, [head(features) for head, features in zip(self.places, (third, fourth))]


SHRINKAGE = 0.1
# Log odds that a cell shows a lesion, to begin with: few do.
RARE = -4.0


class Served(nn.Module):
    """A network as it is served: batch normalisation folded in; out come logits, class activation maps, and how far the
    image's features lie from those of the training images (Mahalanobis distance over the root of their number: about 1
    for an image like them)."""

    def __init__(self, network):
        super().__init__()
        features = network.fc.in_features
        self.trunk = folded(network.eval())
        self.head = nn.Conv2d(features, network.fc.out_features, kernel_size=1, bias=False)
        self.head.weight.data = network.fc.weight.data[:, :, None, None].clone()
        self.bias = nn.Parameter(network.fc.bias.data.clone())
        self.centre = nn.Parameter(torch.zeros(features))
        self.whitening = nn.Parameter(torch.eye(features))
        self.eval().requires_grad_(False)

    def forward(self, images):
        maps = self.trunk(images)
        cam = self.head(maps)
        away = torch.matmul(maps.mean(dim=(2, 3)) - self.centre, self.whitening)
        return cam.mean(dim=(2, 3)) + self.bias, cam, (away * away).mean(dim=1).sqrt()

    def remember(self, images):
        """Makes `images` (N × 1 × size × size) those that distances are measured from."""
        features = torch.cat([self.trunk(part).mean(dim=(2, 3)) for part in images.split(64)]).double()
        self.centre.data = features.mean(dim=0).float()
        covariance = torch.from_numpy(np.cov(features.numpy(), rowvar=False))
        # A share of the mean variance everywhere: fewer images than features leave directions without any.
        covariance = (1 - SHRINKAGE) * covariance + SHRINKAGE * covariance.trace() / len(covariance) * torch.eye(len(covariance))
        values, vectors = torch.linalg.eigh(covariance)
        self.whitening.data = (vectors / values.sqrt()).float()
        return self


def folded(network):
    """The network's convolutional part without batch normalisation layers."""
    for block in (b for layer in (network.layer1, network.layer2, network.layer3, network.layer4) for b in layer):
        block.conv1, block.bn1 = fuse_conv_bn_eval(block.conv1, block.bn1), nn.Identity()
        block.conv2, block.bn2 = fuse_conv_bn_eval(block.conv2, block.bn2), nn.Identity()
        if block.downsample is not None:
            block.downsample = fuse_conv_bn_eval(block.downsample[0], block.downsample[1])
    stem = fuse_conv_bn_eval(network.conv1, network.bn1)
    return nn.Sequential(
        stem, nn.ReLU(), network.maxpool, network.layer1, network.layer2, network.layer3, network.layer4
    )


def probabilities(logits, temperature=1.0):
    """Logits (N × 4) to probabilities."""
    return F.softmax(torch.as_tensor(logits) / temperature, dim=1).numpy()


def malignancy(probabilities):
    """The probability of either positive class."""
    return probabilities[:, POSITIVE].sum(axis=1)
