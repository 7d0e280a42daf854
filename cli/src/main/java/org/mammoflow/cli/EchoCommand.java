package org.mammoflow.cli;

import java.util.concurrent.Callable;
import org.mammoflow.cli.sending.Destination;
import org.mammoflow.cli.sending.Echo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code echo}: asks a DICOM application whether it is there (C-ECHO). */
@Command(
        name = "echo",
        mixinStandardHelpOptions = true,
        description = "Asks a DICOM application whether it is there and takes our calls (C-ECHO).")
final class EchoCommand implements Callable<Integer> {
    @Mixin
    private Destination destination;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        long milliseconds = Echo.milliseconds(destination);
        spec.commandLine().getOut().println(destination + " answered after " + milliseconds + " ms");
        return 0;
    }
}
