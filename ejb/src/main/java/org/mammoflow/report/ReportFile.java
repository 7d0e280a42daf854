package org.mammoflow.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A finished report; its file goes when the stream is closed, so nothing is left behind on the server. */
public record ReportFile(String name, ReportFormat format, ReportSeal seal, Path path) {

    /** Opens the file once. */
    public InputStream open() throws IOException {
        return Files.newInputStream(path, StandardOpenOption.READ, StandardOpenOption.DELETE_ON_CLOSE);
    }
}
