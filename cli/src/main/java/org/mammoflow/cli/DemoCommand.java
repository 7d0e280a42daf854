package org.mammoflow.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mammoflow.cli.modality.ScreeningRound;
import org.mammoflow.cli.sending.Demonstration;
import org.mammoflow.cli.sending.Destination;
import org.mammoflow.cli.sending.ObjectFiles;
import org.mammoflow.cli.sending.Sender;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code demo}: plays a modality with synthetic screening studies. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Plays a mammography unit: makes synthetic screening studies (RCC, LCC, RMLO, LMLO) and sends them.",
            "Some phantom women have findings, some have implants, and one in six has her implants declared wrongly.",
            "The same seed gives the same objects: sent again, they are already stored. No image is of a patient."
        })
final class DemoCommand implements Callable<Integer> {
    private static final int VIEWS = 4;

    /** As a modality does; making the images takes longer than sending them. */
    private static final int ASSOCIATIONS = 1;

    @Mixin
    private Destination destination;

    @Option(names = "--studies", defaultValue = "6", description = "how many (default: ${DEFAULT-VALUE})")
    private int studies;

    @Option(names = "--seed", defaultValue = "1", description = "of the round (default: ${DEFAULT-VALUE})")
    private long seed;

    @Option(names = "--scale", defaultValue = "1", description = "share of full size (default: ${DEFAULT-VALUE})")
    private double scale;

    @Option(names = "--out", paramLabel = "DIR", description = "write the objects as files instead of sending them")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--web-url",
            paramLabel = "URL",
            defaultValue = "http://127.0.0.1:${env:MAMMOFLOW_HTTP_PORT:-8080}/",
            description = "of the worklist, for the hint at the end (default: ${DEFAULT-VALUE})")
    private String webUrl;

    @Option(
            names = "--threads",
            description = "images made at the same time (default: one for each processor, at most 4)")
    private int threads = Math.min(4, Runtime.getRuntime().availableProcessors());

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (studies < 1 || !(scale > 0 && scale <= 1)) {
            throw new CannotContinue("--studies must be at least 1, --scale above 0 and at most 1");
        }
        Demonstration demonstration = new Demonstration(new ScreeningRound(seed, scale), studies, new InOrder(threads));
        Progress progress = new Progress(spec.commandLine().getOut(), "images", VIEWS * studies);
        return out.isPresent() ? write(demonstration, out.get(), progress) : send(demonstration, progress);
    }

    private int write(Demonstration demonstration, Path folder, Progress progress) throws Exception {
        Files.createDirectories(folder);
        demonstration.write(new ObjectFiles(folder), progress);
        spec.commandLine().getOut().println("Wrote " + VIEWS * studies + " images to " + folder);
        return 0;
    }

    private int send(Demonstration demonstration, Progress progress) throws Exception {
        PrintWriter say = spec.commandLine().getOut();
        try (Sender sender = new Sender(destination, Demonstration.TRANSFER_SYNTAXES, ASSOCIATIONS, progress)) {
            demonstration.send(sender);
            say.println(sender.stored() + " of " + VIEWS * studies + " images were stored by " + destination);
            if (sender.stored() < VIEWS * studies) {
                return 1;
            }
        }
        say.println("Look at the worklist: " + webUrl);
        say.println(ScreeningRound.guide(studies));
        return 0;
    }
}
