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
    """Takes over weights of ImageNet (three channels, 1000 classes) or of an earlier training, head excepted if it differs.

    A deeper network takes over a shallower one: the blocks that it has in addition begin by changing nothing.
    """
    state = dict(state.get("network", state))
    deepen(network, state)
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


def deepen(network, state):
    """Completes a shallower ResNet's weights with blocks whose second normalisation adds nothing to what passes by."""
    own = network.state_dict()
    for stage, blocks in ((f"layer{n}", getattr(network, f"layer{n}")) for n in range(1, 5)):
        for number, block in enumerate(blocks):
            name = f"{stage}.{number}."
            if name + "conv1.weight" not in state and f"{stage}.0.conv1.weight" in state:
                nn.init.zeros_(block.bn2.weight)
                state.update({key: own[key] for key in own if key.startswith(name)})


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


# How far the features' correlations are drawn towards none: fewer images than features leave directions without any.
SHRINKAGE = 0.3
# Log odds that a cell shows a lesion, to begin with: few do.
RARE = -4.0


class Served(nn.Module):
    """A network as it is served: batch normalisation folded in; out come logits, class activation maps, and how far the
    image's features lie from those of the training images (Mahalanobis distance over the root of their number: about 1
    for an image like them).

    The features are the mean activations of all four stages: texture and noise, by which one detector differs from
    another or a film from both, show in the early ones and are forgotten by the last.
    """

    def __init__(self, network):
        super().__init__()
        self.trunk = folded(network.eval())
        self.head = nn.Conv2d(network.fc.in_features, network.fc.out_features, kernel_size=1, bias=False)
        self.head.weight.data = network.fc.weight.data[:, :, None, None].clone()
        self.bias = nn.Parameter(network.fc.bias.data.clone())
        features = sum(stage[-1].conv2.out_channels for stage in self.trunk[STEM:])
        self.centre = nn.Parameter(torch.zeros(features))
        self.whitening = nn.Parameter(torch.eye(features))
        self.eval().requires_grad_(False)

    def forward(self, images):
        maps, features = self.stages(images)
        cam = self.head(maps)
        away = torch.matmul(features - self.centre, self.whitening)
        return cam.mean(dim=(2, 3)) + self.bias, cam, (away * away).mean(dim=1).sqrt()

    def stages(self, images):
        """The last stage's maps (N × C × h × w) and the mean activations of all stages (N × features)."""
        maps, means = self.trunk[:STEM](images), []
        for stage in self.trunk[STEM:]:
            maps = stage(maps)
            means.append(maps.mean(dim=(2, 3)))
        return maps, torch.cat(means, dim=1)

    def remember(self, images):
        """Makes `images` (N × 1 × size × size) those that distances are measured from."""
        here = self.centre.device
        features = torch.cat([self.stages(part.to(here))[1].cpu() for part in images.split(64)]).double()
        self.centre.data = features.mean(dim=0).float().to(here)
        # A feature that never moves says nothing and must not divide by nothing.
        deviation = features.std(dim=0).clamp(min=1e-4)
        correlation = torch.from_numpy(np.corrcoef(((features - features.mean(dim=0)) / deviation).numpy(), rowvar=False))
        correlation = (1 - SHRINKAGE) * correlation.nan_to_num() + SHRINKAGE * torch.eye(len(correlation))
        values, vectors = torch.linalg.eigh(correlation)
        self.whitening.data = (vectors / values.sqrt() / deviation[:, None]).float().to(here)
        return self


# Layers of the trunk before the first stage: convolution, ReLU, pooling.
STEM = 3


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


def unfolded(architecture, served, images):
    """A network that trains on from a served one, whose normalisation is folded into the convolutions.

    Normalising by what the folded convolutions make of some images (N × 1 × size × size), and undoing just that, changes no
    output; in training each layer then begins with the scale that it has.
    """
    network = build(architecture).eval()
    folds = folded_into(network, served.trunk)
    seen = {}

    def look(layer, inputs):
        seen.setdefault(layer, []).append(torch.stack([inputs[0].mean(dim=(0, 2, 3)), inputs[0].square().mean(dim=(0, 2, 3))]))

    watched = [normalisation.register_forward_pre_hook(look) for _, normalisation, _ in folds]
    with torch.no_grad():
        for convolution, normalisation, fold in folds:
            convolution.weight.copy_(fold.weight)
            normalisation.bias.copy_(fold.bias)
            normalisation.running_var.fill_(1 - normalisation.eps)
        for part in images.split(32):
            network(part)
        for _, normalisation, _ in folds:
            mean, square = torch.stack(seen[normalisation]).mean(dim=0)
            variance = (square - mean * mean).clamp(min=1e-6)
            normalisation.running_mean.copy_(mean)
            normalisation.running_var.copy_(variance)
            normalisation.weight.copy_((variance + normalisation.eps).sqrt())
            normalisation.bias.add_(mean)
        network.fc.weight.copy_(served.head.weight[:, :, 0, 0])
        network.fc.bias.copy_(served.bias)
    for watch in watched:
        watch.remove()
    return network


def folded_into(network, trunk):
    """Each convolution of a network with its normalisation and the served convolution that both were folded into."""
    folds = [(network.conv1, network.bn1, trunk[0])]
    for stage, served in zip((network.layer1, network.layer2, network.layer3, network.layer4), trunk[STEM:]):
        for block, fold in zip(stage, served):
            folds += [(block.conv1, block.bn1, fold.conv1), (block.conv2, block.bn2, fold.conv2)]
            if block.downsample is not None:
                folds.append((block.downsample[0], block.downsample[1], fold.downsample))
    return folds


def probabilities(logits, temperature=1.0):
    """Logits (N × 4) to probabilities."""
    return F.softmax(torch.as_tensor(logits) / temperature, dim=1).numpy()


def malignancy(probabilities):
    """The probability of either positive class."""
    return probabilities[:, POSITIVE].sum(axis=1)
