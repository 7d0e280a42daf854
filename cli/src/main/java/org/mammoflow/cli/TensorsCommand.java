package org.mammoflow.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mammoflow.classifier.pixels.Preparation;
import org.mammoflow.cli.training.LabelTable;
import org.mammoflow.cli.training.Tensors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tensors DIR OUT.npz}: what a network is trained on, made by the code that serves it. */
@Command(
        name = "tensors",
        mixinStandardHelpOptions = true,
        description = {
            "Turns a folder of mammograms (DICOM or PNG) and a label table into tensors for training.",
            "",
            "The table is a CSV file with a header line. Columns:",
            "  image    path of the file, relative to DIR or to DIR/images (required)",
            "  patient  any identifier; a patient must not be on both sides of a split (required)",
            "  class    implant_negative, implant_positive, no_implant_negative or",
            "           no_implant_positive (required)",
            "  split    train, validation or test; empty everywhere or set for all (optional)",
            "  side, view, density, vendor, lesion and any others are copied (optional)",
            "",
            "OUT.npz holds 'tensors' (N x 1 x size x size, float32) and one array of strings per column."
        })
final class TensorsCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "folder with the images and truth.csv or labels.csv")
    private Path folder;

    @Parameters(paramLabel = "OUT.npz", description = "the NumPy archive to write")
    private Path out;

    @Option(names = "--labels", paramLabel = "FILE", description = "the label table, when it has another name or place")
    private Optional<Path> labels = Optional.empty();

    @Option(
            names = "--size",
            defaultValue = "224",
            description = "of the tensors in pixels (default: ${DEFAULT-VALUE})")
    private int size;

    @Option(names = "--mean", defaultValue = "0.449", description = "subtracted from grey (default: ${DEFAULT-VALUE})")
    private float mean;

    @Option(names = "--std", defaultValue = "0.226", description = "then divided by (default: ${DEFAULT-VALUE})")
    private float std;

    @Option(
            names = "--skip-unusable",
            description = "leave out images that cannot be read or show no breast, and say so")
    private boolean skip;

    @Option(names = "--threads", description = "images read at the same time (default: one for each processor)")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PrintWriter say = spec.commandLine().getOut();
        LabelTable table = LabelTable.read(labels.orElseGet(() -> LabelTable.in(folder)), folder);
        Tensors tensors = new Tensors(table, new Preparation(size, mean, std), size);
        Progress progress = new Progress(say, "images", table.rows().size());
        Tensors.Outcome outcome = tensors.write(out, skip, new InOrder(threads), progress);
        outcome.unusable().forEach(spec.commandLine().getErr()::println);
        if (!outcome.complete()) {
            throw new CannotContinue(
                    outcome.unusable().size() + " of " + table.rows().size()
                            + " images are unusable, nothing was written. Mend them, take them out of the table, or say"
                            + " --skip-unusable.");
        }
        say.println("Wrote " + outcome.tensors() + " tensors of " + size + "×" + size + " to " + out);
        return 0;
    }
}
