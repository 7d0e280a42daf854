package org.mammoflow.bench;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mammoflow.dicom.net.storage.Peer;

/** A server that was started with {@code ./mammoflow run}, found by its data folder. */
public final class RunningServer {

    private static final String CLASSIFIED = "\"state\":\"CLASSIFIED\"";
    private static final Pattern ENDED = Pattern.compile("\"state\":\"(CLASSIFIED|UNSUITABLE|FAILED)\"");
    private static final Pattern RECORDED = Pattern.compile("\"recordedAt\":\"([^\"]+)\"");

    private final HttpClient client = HttpClient.newHttpClient();
    private final Properties server;
    private final Properties passwords;
    private final String authorization;

    public RunningServer(Path home) throws IOException {
        this.server = properties(home.resolve("run/server.properties"));
        this.passwords = properties(home.resolve("initial-credentials.properties"));
        this.authorization = "Basic "
                + Base64.getEncoder()
                        .encodeToString(("radiologist:" + password("radiologist")).getBytes(StandardCharsets.UTF_8));
    }

    /** Of the first start, which suffices on loopback. */
    public String password(String user) {
        return passwords.getProperty("user." + user);
    }

    /** Where pages begin, with the closing slash. */
    public String url() {
        return server.getProperty("local.url");
    }

    public Peer dicom() {
        return Peer.of(
                server.getProperty("dicom.host"),
                Integer.parseInt(server.getProperty("dicom.port")),
                server.getProperty("dicom.ae-title"),
                "BENCH");
    }

    /** Whether the image has a finding that a reader can see. */
    public boolean hasFinding(String sopInstanceUid) throws IOException, InterruptedException {
        HttpResponse<String> answer = instance(sopInstanceUid);
        return answer.statusCode() == 200 && answer.body().contains(CLASSIFIED);
    }

    /** Whether the image has come to its end, with a finding or without. */
    public boolean hasEnded(String sopInstanceUid) throws IOException, InterruptedException {
        HttpResponse<String> answer = instance(sopInstanceUid);
        return answer.statusCode() == 200 && ENDED.matcher(answer.body()).find();
    }

    private HttpResponse<String> instance(String sopInstanceUid) throws IOException, InterruptedException {
        return send("api/v1/instances/" + sopInstanceUid);
    }

    /**
     * What the server answers to a radiologist.
     *
     * @param path below the server's address
     * @throws IOException unless it is 200
     */
    public String get(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(path);
        if (answer.statusCode() != 200) {
            throw new IOException(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    private HttpResponse<String> send(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.getProperty("local.url") + path))
                .header("Authorization", authorization)
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** When the image's finding was recorded, once it has one. */
    public Optional<Instant> findingRecorded(String sopInstanceUid) throws IOException, InterruptedException {
        String answer = instance(sopInstanceUid).body();
        Matcher time = RECORDED.matcher(answer);
        return answer.contains(CLASSIFIED) && time.find()
                ? Optional.of(Instant.parse(time.group(1)))
                : Optional.empty();
    }

    /** Holds messages back (pause), or lets them go again (resume). */
    public void queue(String operation) throws IOException, InterruptedException {
        Process cli = new ProcessBuilder(
                        console().toString(),
                        "--connect",
                        "--controller=localhost:" + server.getProperty("management.port"),
                        "/subsystem=messaging-activemq/server=default/jms-queue=InferenceJobs:" + operation)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (cli.waitFor() != 0) {
            throw new IOException("the queue of inference jobs did not take: " + operation);
        }
    }

    private static Path console() throws IOException {
        try (DirectoryStream<Path> homes = Files.newDirectoryStream(Path.of("server/target"), "wildfly-*.Final")) {
            return homes.iterator().next().resolve("bin/jboss-cli.sh").toAbsolutePath();
        }
    }

    public long pid() {
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
