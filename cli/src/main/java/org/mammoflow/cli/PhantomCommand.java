package org.mammoflow.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.mammoflow.cli.training.TrainingSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code phantom DIR}: a training set of phantom images with its truth. */
@Command(
        name = "phantom",
        mixinStandardHelpOptions = true,
        description = {
            "Makes a training set of digital breast phantoms: DICOM files and truth.csv.",
            "The four classes are balanced; each phantom woman gives one breast in two views (CC, MLO).",
            "The same seed gives the same files. These are simulated images, never patients."
        })
final class PhantomCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "folder for the set; made when it is missing")
    private Path folder;

    @Option(
            names = "--count",
            defaultValue = "1200",
            description = "images, an even number (default: ${DEFAULT-VALUE})")
    private int count;

    @Option(
            names = "--scale",
            defaultValue = "0.25",
            description =
                    "share of full size, above 0 to 1 (default: ${DEFAULT-VALUE}; full size is 2560×3328 and more)")
    private double scale;

    @Option(names = "--seed", defaultValue = "1", description = "of the whole set (default: ${DEFAULT-VALUE})")
    private long seed;

    @Option(names = "--masks", description = "also write the malignant lesion's pixels as PNG into masks/")
    private boolean masks;

    @Option(names = "--threads", description = "images made at the same time (default: one for each processor)")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (count < 2 || count % 2 != 0) {
            throw new CannotContinue("--count must be an even number from 2: each woman gives two views");
        }
        if (!(scale > 0 && scale <= 1)) {
            throw new CannotContinue("--scale must be above 0 and at most 1");
        }
        Progress progress = new Progress(spec.commandLine().getOut(), "images", count);
        new TrainingSet(seed, count, scale).write(folder, masks, new InOrder(threads), progress);
        spec.commandLine().getOut().println("Wrote " + count + " images and truth.csv to " + folder);
        return 0;
    }
}
