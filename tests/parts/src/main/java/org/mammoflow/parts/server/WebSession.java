package org.mammoflow.parts.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A browser's session without its manners: it keeps the cookie and sends whatever headers it is told to. */
public final class WebSession {
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(PATIENCE)
            .build();
    private final URI base;
    private String cookie = "";

    public WebSession(MammoflowServer server) {
        this.base = URI.create(server.url());
    }

    /** Signs in by the page's form; tells whether the door opened. */
    public boolean signIn(String user, String password) {
        get("/sign-in.xhtml");
        HttpResponse<String> answer = post(
                "/sign-in.xhtml",
                Map.of(
                        "signin", "signin",
                        "signin:username", user,
                        "signin:password", password,
                        "signin:enter", "Sign in",
                        "jakarta.faces.ViewState", "stateless"),
                Map.of("Origin", origin()));
        return answer.statusCode() == 302
                && !answer.headers().firstValue("Location").orElse("").contains("sign-in");
    }

    public HttpResponse<String> get(String path) {
        return send(request(path, Map.of()).GET());
    }

    public HttpResponse<String> post(String path, Map<String, String> form, Map<String, String> headers) {
        String body = form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(request(path, headers)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    public HttpResponse<String> sendJson(String method, String path, String json, Map<String, String> headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(json)));
    }

    /** The session cookie, {@code NAME=value}; empty before the first page. */
    public String cookie() {
        return cookie;
    }

    /** Goes on with a cookie that somebody else had. */
    public WebSession holding(String other) {
        cookie = other;
        return this;
    }

    public String origin() {
        return "http://" + base.getAuthority();
    }

    private HttpRequest.Builder request(String path, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE);
        new TreeMap<>(headers).forEach(request::header);
        return cookie.isEmpty() ? request : request.header("Cookie", cookie);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            answer.headers()
                    .firstValue("Set-Cookie")
                    .ifPresent(set -> cookie = set.substring(0, (set + ";").indexOf(';')));
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
