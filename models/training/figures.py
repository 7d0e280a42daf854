"""The card's figures, drawn with matplotlib where it is installed (Debian: python3-matplotlib)."""

import numpy as np

from networks import CLASSES

try:
    import matplotlib

    matplotlib.use("svg")
    matplotlib.rcParams.update({"svg.hashsalt": "mammoflow", "font.size": 9, "figure.figsize": (4.2, 3.6)})
    from matplotlib import pyplot
except ImportError:
    pyplot = None

SHORT = ["implant −", "implant +", "no implant −", "no implant +"]


def draw(folder, name, results, scores, truth, history):
    """Writes confusion matrix, ROC curve, reliability curve and, with a history, training curves; returns their names."""
    if pyplot is None:
        return []
    drawings = {
        f"confusion-{name}": lambda axes: confusion(axes, results["confusion"]),
        f"roc-{name}": lambda axes: roc(axes, scores, truth, results["auc"]),
        f"reliability-{name}": lambda axes: reliability(axes, results["reliability"]),
    }
    if history:
        drawings["training"] = lambda axes: training(axes, history)
    for title, drawing in drawings.items():
        save(folder / "figures" / f"{title}.svg", drawing)
    return [f"figures/{title}.svg" for title in drawings]


def save(file, drawing):
    file.parent.mkdir(parents=True, exist_ok=True)
    figure, axes = pyplot.subplots(layout="constrained")
    drawing(axes)
    figure.savefig(file, metadata={"Date": None})
    pyplot.close(figure)


def confusion(axes, matrix):
    matrix = np.array(matrix)
    axes.imshow(matrix, cmap="Blues")
    for (row, column), count in np.ndenumerate(matrix):
        axes.text(column, row, count, ha="center", va="center", color="white" if count > matrix.max() / 2 else "black")
    axes.set_xticks(range(len(CLASSES)), SHORT, rotation=30)
    axes.set_yticks(range(len(CLASSES)), SHORT)
    axes.set_xlabel("network")
    axes.set_ylabel("truth")


def roc(axes, scores, truth, area):
    order = np.argsort(-scores)
    hits = np.concatenate([[0], np.cumsum(truth[order]) / truth.sum()])
    false = np.concatenate([[0], np.cumsum(~truth[order]) / (~truth).sum()])
    axes.plot(false, hits, label=f"AUC {area['value']:.3f} ({area['low']:.3f}–{area['high']:.3f})")
    axes.plot([0, 1], [0, 1], color="grey", linestyle=":")
    axes.set_xlabel("1 − specificity")
    axes.set_ylabel("sensitivity")
    axes.legend(loc="lower right")


def reliability(axes, bins):
    stated, observed, counts = zip(*bins)
    axes.plot([0, 1], [0, 1], color="grey", linestyle=":")
    axes.plot(stated, observed, marker="o")
    for x, y, count in zip(stated, observed, counts):
        axes.annotate(str(count), (x, y), textcoords="offset points", xytext=(4, -10), color="grey")
    axes.set_xlabel("stated probability of malignancy")
    axes.set_ylabel("observed share")


def training(axes, history):
    epochs = range(1, len(history) + 1)
    axes.plot(epochs, [entry["trainingLoss"] for entry in history], label="training loss")
    axes.plot(epochs, [entry["validationLoss"] for entry in history], label="validation loss")
    axes.plot(epochs, [entry["validationAuc"] for entry in history], label="validation AUC")
    axes.set_ylim(0, 2)
    axes.set_xlabel("epoch")
    axes.legend()
