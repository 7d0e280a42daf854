package org.mammoflow.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.mammoflow.cli.sending.Destination;
import org.mammoflow.cli.sending.DicomFolder;
import org.mammoflow.cli.sending.OutgoingFile;
import org.mammoflow.cli.sending.Sender;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code send FILE|DIR...}: sends the user's own files. */
@Command(
        name = "send",
        mixinStandardHelpOptions = true,
        description = {
            "Sends DICOM files by C-STORE as they are, and tells what was not stored and why.",
            "Exit code 0 when every file was stored, 1 otherwise."
        })
final class SendCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE|DIR", arity = "1..*", description = "files, and folders with all that is below them")
    private List<Path> paths;

    @Mixin
    private Destination destination;

    @Option(names = "--associations", defaultValue = "1", description = "at the same time (default: ${DEFAULT-VALUE})")
    private int associations;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        DicomFolder folder = DicomFolder.of(paths);
        folder.unreadable().forEach(spec.commandLine().getErr()::println);
        int files = folder.files().size();
        int stored = files == 0 ? 0 : send(folder);
        int all = files + folder.unreadable().size();
        spec.commandLine().getOut().println(stored + " of " + all + " files were stored by " + destination);
        return stored == all && all > 0 ? 0 : 1;
    }

    private int send(DicomFolder folder) throws Exception {
        Progress progress = new Progress(
                spec.commandLine().getOut(), "files", folder.files().size());
        try (Sender sender = new Sender(destination, folder.transferSyntaxes(), associations, progress)) {
            Stream<Callable<OutgoingFile>> tasks = folder.files().stream().map(file -> () -> {
                sender.send(file.path().toString(), file.item(), file.source());
                return file;
            });
            new InOrder(associations).run(tasks, sent -> {});
            return sender.stored();
        }
    }
}
