"""The peer: from a file to its class in Python, warm, without network, database or queue.

pydicom, a percentile window and an area resize in numpy, and the same architecture in PyTorch's frozen jit. Usage:
python3 tests/bench/file_to_class.py FILE.dcm RUNS. Prints median, least and most milliseconds of a run.
"""

import sys
import time

import numpy
import pydicom
import torch
import torchvision

SIZE = 448


def prepared(path):
    pixels = pydicom.dcmread(path).pixel_array
    low, high = numpy.percentile(pixels[::4, ::4], (1, 99.5))
    side = min(pixels.shape) // SIZE * SIZE
    square = pixels[:side, :side].reshape(SIZE, side // SIZE, SIZE, side // SIZE).mean(axis=(1, 3), dtype=numpy.float32)
    grey = numpy.clip((square - low) / max(high - low, 1), 0, 1)
    return torch.from_numpy(grey.astype(numpy.float32))[None, None]


def network():
    model = torchvision.models.resnet18(num_classes=4)
    model.conv1 = torch.nn.Conv2d(1, 64, 7, 2, 3, bias=False)
    example = torch.zeros(1, 1, SIZE, SIZE)
    return torch.jit.optimize_for_inference(torch.jit.freeze(torch.jit.trace(model.eval(), example)))


def main():
    path, runs = sys.argv[1], int(sys.argv[2])
    model = network()
    times = []
    with torch.inference_mode():
        for _ in range(runs + 5):
            start = time.perf_counter()
            torch.softmax(model(prepared(path)), 1).numpy()
            times.append((time.perf_counter() - start) * 1000)
    times = sorted(times[5:])
    print("%.1f (%.1f-%.1f) ms, %d runs" % (times[runs // 2], times[0], times[-1], runs))


main()
