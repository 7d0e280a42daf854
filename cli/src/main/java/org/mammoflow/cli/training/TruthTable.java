package org.mammoflow.cli.training;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.mammoflow.phantom.Breast;
import org.mammoflow.phantom.Exposure;
import org.mammoflow.phantom.PhantomImage;
import org.mammoflow.phantom.Side;
import org.mammoflow.phantom.Truth;

/** {@code truth.csv}: one line for each image; it appears under its name when it is complete. */
final class TruthTable implements AutoCloseable {
    static final List<String> HEADER = List.of(
            "image",
            "class",
            "patient",
            "side",
            "view",
            "density",
            "vendor",
            "implant",
            "displaced",
            "lesion",
            "contrast",
            "x",
            "y",
            "radius",
            "benign",
            "benign_x",
            "benign_y",
            "benign_radius");

    private final Path file;
    private final Path unfinished;
    private final CSVPrinter printer;

    /** An image that is in its file. */
    record Row(String file, String patient, PhantomImage image) {

        List<Object> cells() {
            Breast breast = image.breast();
            Exposure exposure = image.exposure();
            Optional<Truth.Mark> malignant = mark(Truth.Mark::malignant);
            Optional<Truth.Mark> benign = mark(mark -> !mark.malignant());
            return List.of(
                    file,
                    className(breast),
                    patient,
                    breast.side() == Side.LEFT ? "L" : "R",
                    exposure.view().name(),
                    breast.density().name(),
                    exposure.detector().maker().replace("PHANTOM ", "").toLowerCase(Locale.ROOT),
                    breast.implant().name().toLowerCase(Locale.ROOT),
                    exposure.implantDisplaced() ? 1 : 0,
                    malignant.map(Row::kind).orElse(""),
                    malignant.map(mark -> number(mark.lesion().contrast())).orElse(""),
                    malignant.map(mark -> number(mark.column())).orElse(""),
                    malignant.map(mark -> number(mark.row())).orElse(""),
                    malignant.map(mark -> number(mark.radius())).orElse(""),
                    benign.map(Row::kind).orElse(""),
                    benign.map(mark -> number(mark.column())).orElse(""),
                    benign.map(mark -> number(mark.row())).orElse(""),
                    benign.map(mark -> number(mark.radius())).orElse(""));
        }

        private Optional<Truth.Mark> mark(Predicate<Truth.Mark> which) {
            return image.truth().lesions().stream().filter(which).findFirst();
        }

        private static String kind(Truth.Mark mark) {
            return mark.lesion().kind().name().toLowerCase(Locale.ROOT);
        }

        private static String number(double value) {
            return String.format(Locale.ROOT, "%.2f", value);
        }

        private static String className(Breast breast) {
            return (breast.implanted() ? "implant_" : "no_implant_") + (breast.malignant() ? "positive" : "negative");
        }
    }

    TruthTable(Path file) throws IOException {
        this.file = file;
        unfinished = file.resolveSibling(file.getFileName() + ".part");
        printer = new CSVPrinter(Files.newBufferedWriter(unfinished, StandardCharsets.UTF_8), CSVFormat.RFC4180);
        printer.printRecord(HEADER);
    }

    void add(Row row) throws IOException {
        printer.printRecord(row.cells());
    }

    void finish() throws IOException {
        printer.close();
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() throws IOException {
        printer.close();
        Files.deleteIfExists(unfinished);
    }
}
