"""The two networks: torchvision's ResNets with one grey channel and four classes."""

import torch
import torch.nn.functional as F
import torchvision
from torch import nn
from torch.nn.utils.fusion import fuse_conv_bn_eval

CLASSES = ["IMPLANT_NEGATIVE", "IMPLANT_POSITIVE", "NO_IMPLANT_NEGATIVE", "NO_IMPLANT_POSITIVE"]
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


class Served(nn.Module):
    """A network as it is served: batch normalisation folded in, logits and class activation maps out."""

    def __init__(self, network):
        super().__init__()
        self.trunk = folded(network.eval())
        self.head = nn.Conv2d(network.fc.in_features, network.fc.out_features, kernel_size=1, bias=False)
        self.head.weight.data = network.fc.weight.data[:, :, None, None].clone()
        self.bias = nn.Parameter(network.fc.bias.data.clone())
        self.eval().requires_grad_(False)

    def forward(self, images):
        cam = self.head(self.trunk(images))
        return cam.mean(dim=(2, 3)) + self.bias, cam


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
