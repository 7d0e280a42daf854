package org.mammoflow.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mammoflow.chain.ChainVerdict;
import org.mammoflow.chain.ExportVerification;
import org.mammoflow.chain.VerifyingKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code verify EXPORT}: proves an exported audit trail without server or database. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Proves an exported audit trail: every row is where and what it was when it was written, up to the signed end.",
            "An altered, removed, inserted or reordered row, a cut file and a swapped head are named by row.",
            "Needs no server and no database. Exit code 0 when the file is intact, 1 when it is not."
        })
final class VerifyCommand implements Callable<Integer> {
    @Parameters(paramLabel = "EXPORT", description = "a file from the page Audit trail or /api/v1/audit/export")
    private Path export;

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description = "the installation's public key (PEM), from the page Audit trail or the data folder's keys/")
    private Optional<Path> key = Optional.empty();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (!Files.isReadable(export)) {
            throw new CannotContinue("There is no readable " + export);
        }
        Optional<VerifyingKey> trusted = key.map(VerifyCommand::read);
        ExportVerification.Result result = ExportVerification.verify(export, trusted);
        PrintWriter say = spec.commandLine().getOut();
        if (result.verdict() instanceof ChainVerdict.Broken broken) {
            say.println("NOT INTACT. Row " + broken.seq() + ": " + broken.reason());
            return 1;
        }
        ChainVerdict.Intact intact = (ChainVerdict.Intact) result.verdict();
        say.println("Intact: " + intact.rows() + " rows, none altered, removed, inserted or reordered.");
        intact.signed().ifPresent(head -> say.println("Signed at " + head.signedAt() + ", head " + head.hash()));
        say.println("Key " + result.fingerprint());
        if (trusted.isEmpty()) {
            say.println(
                    "The key came with the file. Compare it with the one that the installation shows, or give --key.");
        }
        return 0;
    }

    private static VerifyingKey read(Path file) {
        try {
            return VerifyingKey.parse(Files.readString(file));
        } catch (IOException e) {
            throw new CannotContinue("There is no readable " + file, e);
        } catch (IllegalArgumentException e) {
            throw new CannotContinue(file + " is " + e.getMessage(), e);
        }
    }
}
