package org.mammoflow.bench.path;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Properties;
import org.mammoflow.dicom.net.storage.Peer;

/** A server that was started with {@code ./mammoflow run}, found by its data folder. */
final class RunningServer {

    private final HttpClient client = HttpClient.newHttpClient();
    private final Properties server;
    private final String authorization;

    RunningServer(Path home) throws IOException {
        this.server = properties(home.resolve("run/server.properties"));
        String password =
                properties(home.resolve("initial-credentials.properties")).getProperty("user.radiologist");
        this.authorization = "Basic "
                + Base64.getEncoder().encodeToString(("radiologist:" + password).getBytes(StandardCharsets.UTF_8));
    }

    Peer dicom() {
        return Peer.of(
                server.getProperty("dicom.host"),
                Integer.parseInt(server.getProperty("dicom.port")),
                server.getProperty("dicom.ae-title"),
                "BENCH");
    }

    /** Whether the image has a finding that a reader can see. */
    boolean hasFinding(String sopInstanceUid) throws IOException, InterruptedException {
        URI address = URI.create(server.getProperty("local.url") + "api/v1/instances/" + sopInstanceUid);
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Authorization", authorization)
                .build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        return answer.statusCode() == 200 && answer.body().contains("\"state\":\"CLASSIFIED\"");
    }

    long pid() {
        return Long.parseLong(server.getProperty("pid"));
    }

    private static Properties properties(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }
}
