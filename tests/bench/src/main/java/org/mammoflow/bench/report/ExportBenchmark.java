package org.mammoflow.bench.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/**
 * Asks a running server for its report in each format and takes the time; {@code tests/bench/export.sh} starts it with a small
 * heap after {@link ManyFindings}: what does not fit fails. Arguments: the data folder, how many findings there are, formats.
 */
final class ExportBenchmark {

    private static final List<String> FORMATS = List.of("csv", "xlsx", "fhir", "pdf");

    private ExportBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(arguments[0]);
        Properties server = properties(home.resolve("run/server.properties"));
        String password =
                properties(home.resolve("initial-credentials.properties")).getProperty("user.auditor");
        System.out.println("| export | status | rows | s | MB |\n|---|---|---|---|---|");
        long findings = Long.parseLong(arguments[1]);
        for (String format : arguments.length > 2 ? List.of(arguments).subList(2, arguments.length) : FORMATS) {
            measure(
                    findings,
                    URI.create(server.getProperty("local.url") + "api/v1/reports/findings." + format),
                    format,
                    password);
        }
    }

    private static void measure(long findings, URI address, String format, String password) throws Exception {
        String credentials =
                Base64.getEncoder().encodeToString(("auditor:" + password).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Authorization", "Basic " + credentials)
                .build();
        long start = System.nanoTime();
        HttpResponse<InputStream> answer =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
        long bytes;
        try (InputStream body = answer.body()) {
            bytes = body.transferTo(OutputStream.nullOutputStream());
        }
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | %s | %.1f | %.1f |%n",
                format,
                answer.statusCode(),
                answer.headers().firstValue("X-Report-Rows").orElse("-"),
                (System.nanoTime() - start) / 1e9,
                bytes / 1e6);
        // Not a time: a file that is not whole has no time.
        if (!answer.headers().firstValue("X-Report-Rows").orElse("").equals(Long.toString(findings))) {
            throw new IOException(format + ": the file does not hold " + findings + " findings");
        }
    }

    private static Properties properties(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }
}
