package org.mammoflow.parts.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** Somebody who calls the server by HTTP, with Basic credentials or without any. Thread-safe. */
public final class Caller {
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(PATIENCE)
            .build();
    private final URI base;
    private final String authorization;
    private final String seen;

    private Caller(URI base, String authorization) {
        this(base, authorization, null);
    }

    private Caller(URI base, String authorization, String seen) {
        this.base = base;
        this.authorization = authorization;
        this.seen = seen;
    }

    /** Somebody with any name and password. */
    public static Caller of(String base, String user, String password) {
        byte[] credentials = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return new Caller(URI.create(base), "Basic " + Base64.getEncoder().encodeToString(credentials));
    }

    static Caller anonymous(String base) {
        return new Caller(URI.create(base), null);
    }

    /** The same caller, who says with each call what they have seen: an entity tag as it was given, sent as If-Match. */
    public Caller having(String entityTag) {
        return new Caller(base, authorization, entityTag);
    }

    /** The same caller, with the tag of what is there now. */
    public Caller seeing(String path) {
        HttpResponse<String> answer = get(path);
        return having(answer.headers()
                .firstValue("ETag")
                .orElseThrow(() -> new AssertionError(path + " gave no ETag: " + answer.body())));
    }

    /** @param path such as {@code /api/v1/findings?page=0} */
    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    /** As {@link #get}, for bytes of one media type. */
    public HttpResponse<byte[]> download(String path, String mediaType) {
        return send(request(path).header("Accept", mediaType).GET(), HttpResponse.BodyHandlers.ofByteArray());
    }

    /** A file that is answered with 200. */
    public byte[] bytes(String path) {
        HttpResponse<byte[]> answer = send(request(path).GET(), HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + " answered " + answer.statusCode());
        }
        return answer.body();
    }

    /** As {@link #get}, for something that nobody looks at yet. */
    public HttpResponse<String> prefetch(String path) {
        return send(request(path).header("Purpose", "prefetch").GET());
    }

    public HttpResponse<String> postJson(String path, String json) {
        return post(path, "application/json", json);
    }

    public HttpResponse<String> post(String path, String contentType, String body) {
        return send(request(path).header("Content-Type", contentType).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    public HttpResponse<String> putJson(String path, String json) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(json)));
    }

    public HttpResponse<String> delete(String path) {
        return send(request(path).DELETE());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE);
        if (seen != null) {
            request.header("If-Match", seen);
        }
        return authorization == null ? request : request.header("Authorization", authorization);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, HttpResponse.BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        try {
            return client.send(request.build(), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
