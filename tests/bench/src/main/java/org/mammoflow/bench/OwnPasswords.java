package org.mammoflow.bench;

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

/**
 * Credentials of the first accounts on a server that exists to be measured. A first password opens nothing but the choice of
 * another, so another is chosen: "own " and the first, which works the next time too.
 */
public final class OwnPasswords {

    private OwnPasswords() {}

    /**
     * The header for one of the first accounts.
     *
     * @param home the server's data folder
     * @param address of the server, with a slash at its end
     */
    public static String authorization(Path home, String address, String user) throws IOException {
        Properties first = new Properties();
        try (Reader reader = Files.newBufferedReader(home.resolve("initial-credentials.properties"))) {
            first.load(reader);
        }
        String present = first.getProperty("user." + user);
        String next = "own " + present;
        choose(address, basic(user, present), "{\"present\":\"" + present + "\",\"next\":\"" + next + "\"}");
        return basic(user, next);
    }

    private static void choose(String address, String authorization, String change) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "api/v1/accounts/own/password"))
                .header("Authorization", authorization)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(change))
                .build();
        try {
            // 401: chosen by an earlier run.
            int status = HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            if (status != 204 && status != 401) {
                throw new IOException("password not chosen: " + status);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static String basic(String user, String password) {
        byte[] credentials = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(credentials);
    }
}
