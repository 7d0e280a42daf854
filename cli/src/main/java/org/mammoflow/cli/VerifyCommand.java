package org.mammoflow.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.mammoflow.chain.ChainVerdict;
import org.mammoflow.chain.ExportVerification;
import org.mammoflow.chain.KnownRow;
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
            "Proves an exported audit trail: every row is where and what it was when it was written, up to the signed"
                    + " end.",
            "An altered, removed, inserted or reordered row, a cut file and a swapped head are named by row.",
            "Whoever owns database and key can write a whole trail anew, cut it, or restore an old one: --earlier and"
                    + " --row",
            "compare with what was kept elsewhere.",
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

    @Option(
            names = "--earlier",
            paramLabel = "FILE",
            description =
                    "an earlier export, kept where the server's administrator cannot write: its end must be in this"
                            + " one")
    private List<Path> earlier = List.of();

    @Option(
            names = "--row",
            paramLabel = "NUMBER:HASH",
            description =
                    "a row that must be in the export, as a collector of audit messages or an earlier proof knows it")
    private List<String> rows = List.of();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (!Files.isReadable(export)) {
            throw new CannotContinue("There is no readable " + export);
        }
        Optional<VerifyingKey> trusted = key.map(VerifyCommand::read);
        ExportVerification.Result result = ExportVerification.verify(export, trusted, known());
        PrintWriter say = spec.commandLine().getOut();
        if (result.verdict() instanceof ChainVerdict.Broken broken) {
            say.println("NOT INTACT. Row " + broken.seq() + ": " + broken.reason());
            return 1;
        }
        ChainVerdict.Intact intact = (ChainVerdict.Intact) result.verdict();
        say.println("Intact: " + intact.rows() + " rows, none altered, removed, inserted or reordered.");
        if (!earlier.isEmpty() || !rows.isEmpty()) {
            say.println("It holds what was known from elsewhere.");
        }
        intact.signed().ifPresent(head -> say.println("Signed at " + head.signedAt() + ", head " + head.hash()));
        say.println("Last row " + intact.rows() + ":" + intact.headHash());
        say.println("Key " + result.fingerprint());
        if (!result.clockSetBack().isEmpty()) {
            say.println("The clock was set back before row "
                    + result.clockSetBack().stream().map(String::valueOf).collect(Collectors.joining(", "))
                    + ": the order is proven, the times around there are not.");
        }
        if (trusted.isEmpty()) {
            say.println(
                    "The key came with the file. Compare it with the one that the installation shows, or give --key.");
        }
        return 0;
    }

    private List<KnownRow> known() throws IOException {
        List<KnownRow> known = new ArrayList<>();
        for (String row : rows) {
            try {
                known.add(KnownRow.parse(row));
            } catch (IllegalArgumentException e) {
                throw new CannotContinue("--row " + row + " is " + e.getMessage(), e);
            }
        }
        for (Path file : earlier) {
            known.add(end(file));
        }
        return known;
    }

    // Without a key of our own: it may have been another then, and what counts is the row.
    private static KnownRow end(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            throw new CannotContinue("There is no readable " + file);
        }
        if (ExportVerification.verify(file, Optional.empty()).verdict() instanceof ChainVerdict.Intact intact) {
            return new KnownRow(intact.rows(), intact.headHash());
        }
        throw new CannotContinue(file + " is not intact itself: it proves nothing about a later export");
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
