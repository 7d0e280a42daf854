package org.mammoflow.it.path;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * An OpenID Connect provider that admits whoever the test has sent to it, checks what a real one checks (client, secret,
 * redirect address, PKCE) and, when told to, lies in its ID tokens. On 127.0.0.1, so that browsers take it for another site
 * than the server on localhost.
 */
final class HospitalProvider implements AutoCloseable {

    static final String CLIENT = "mammoflow";
    static final String SECRET = "the client's secret";

    private volatile HttpServer http;
    private final RSAKey key = newKey();
    private final Map<String, Map<String, String>> questions = new ConcurrentHashMap<>();
    private volatile Person next = new Person("nobody", "nobody", List.of());
    private volatile Map<String, String> lastQuestion = Map.of();
    private volatile Map<String, String> lastFarewell = Map.of();
    private volatile String lastIdToken = "";
    private volatile UnaryOperator<JWTClaimsSet.Builder> claims = UnaryOperator.identity();
    private volatile Signature signature = Signature.OWN_KEY;

    record Person(String subject, String username, List<String> groups) {}

    enum Signature {
        OWN_KEY,
        /** A key that is not in the provider's set. */
        FOREIGN_KEY,
        NONE
    }

    HospitalProvider() {
        start(0);
    }

    private void start(int port) {
        try {
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        http.createContext("/.well-known/openid-configuration", exchange -> json(exchange, 200, metadata()));
        http.createContext("/keys", exchange -> json(exchange, 200, new JWKSet(key.toPublicJWK()).toString()));
        http.createContext("/authorize", this::authorize);
        http.createContext("/token", this::token);
        http.createContext("/leave", this::leave);
        http.start();
    }

    String issuer() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    /** For as long as something is done; whoever calls meanwhile reaches nobody. */
    void isAwayDuring(Runnable something) {
        int port = http.getAddress().getPort();
        http.stop(0);
        try {
            something.run();
        } finally {
            start(port);
        }
    }

    /** Whoever is sent here next is this person. */
    void admits(String subject, String username, String... groups) {
        next = new Person(subject, username, List.of(groups));
        says(UnaryOperator.identity(), Signature.OWN_KEY);
    }

    /** Changes the claims of the ID tokens from now on, and what they are signed with. */
    void says(UnaryOperator<JWTClaimsSet.Builder> falsified, Signature with) {
        claims = falsified;
        signature = with;
    }

    /** The parameters of the last question. */
    Map<String, String> lastQuestion() {
        return lastQuestion;
    }

    /** The parameters of the last sign-out that a browser brought here; empty before the first. */
    Map<String, String> lastFarewell() {
        return lastFarewell;
    }

    /** Whose session a sign-out ended: as a real provider reads it from its own token. */
    String saidFarewellTo() {
        try {
            SignedJWT token = SignedJWT.parse(lastFarewell.get("id_token_hint"));
            if (!token.verify(new RSASSAVerifier(key))) {
                throw new AssertionError("not a token of this provider");
            }
            return token.getJWTClaimsSet().getSubject();
        } catch (ParseException | JOSEException e) {
            throw new AssertionError("no ID token", e);
        }
    }

    /** As it was handed out. */
    String lastIdToken() {
        return lastIdToken;
    }

    private String metadata() {
        return """
                {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",
                 "jwks_uri":"%1$s/keys","end_session_endpoint":"%1$s/leave","response_types_supported":["code"],"subject_types_supported":["public"],
                 "id_token_signing_alg_values_supported":["RS256"]}
                """.formatted(issuer());
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> question = parameters(exchange.getRequestURI().getRawQuery());
        lastQuestion = question;
        String code = UUID.randomUUID().toString();
        questions.put(code, question);
        String answer = next.groups().contains("declines") ? "error=access_denied" : "code=" + code;
        exchange.getResponseHeaders()
                .set(
                        "Location",
                        question.get("redirect_uri") + "?" + answer + "&state="
                                + URLEncoder.encode(question.get("state"), StandardCharsets.UTF_8));
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    // Without a token it does not know whose session is meant, and asks, as Keycloak does.
    private void leave(HttpExchange exchange) throws IOException {
        lastFarewell = parameters(exchange.getRequestURI().getRawQuery());
        String back = lastFarewell.get("post_logout_redirect_uri");
        if (lastFarewell.containsKey("id_token_hint")) {
            exchange.getResponseHeaders().set("Location", back);
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        } else {
            answer(
                    exchange,
                    200,
                    "text/html",
                    "<link rel=\"icon\" href=\"data:,\"><a id=\"yes\" href=\"" + back + "\">Yes, sign me out</a>");
        }
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> asked =
                parameters(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Map<String, String> question = questions.remove(asked.getOrDefault("code", ""));
        if (question == null || !isOurClient(exchange) || !redeems(asked, question)) {
            json(exchange, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        lastIdToken = idToken(question);
        json(
                exchange,
                200,
                "{\"access_token\":\"unused\",\"token_type\":\"Bearer\",\"expires_in\":60,\"id_token\":\"" + lastIdToken
                        + "\"}");
    }

    private static boolean isOurClient(HttpExchange exchange) {
        String basic = exchange.getRequestHeaders().getFirst("Authorization");
        String pair = CLIENT + ":" + URLEncoder.encode(SECRET, StandardCharsets.UTF_8);
        return basic != null
                && basic.equals("Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }

    private static boolean redeems(Map<String, String> asked, Map<String, String> question) {
        String challenge = CodeChallenge.compute(
                        CodeChallengeMethod.S256, new CodeVerifier(asked.getOrDefault("code_verifier", "x".repeat(43))))
                .getValue();
        return challenge.equals(question.get("code_challenge"))
                && question.get("redirect_uri").equals(asked.get("redirect_uri"));
    }

    private String idToken(Map<String, String> question) {
        Instant now = Instant.now();
        JWTClaimsSet set = claims.apply(new JWTClaimsSet.Builder()
                        .issuer(issuer())
                        .subject(next.subject())
                        .audience(CLIENT)
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plusSeconds(60)))
                        .claim("nonce", question.get("nonce"))
                        .claim("auth_time", now.getEpochSecond())
                        .claim("preferred_username", next.username())
                        .claim("realm", Map.of("groups", next.groups())))
                .build();
        return signature == Signature.NONE ? new PlainJWT(set).serialize() : signed(set);
    }

    private String signed(JWTClaimsSet set) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    set);
            token.sign(new RSASSASigner(signature == Signature.OWN_KEY ? key : newKey()));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID("staff").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new ConcurrentHashMap<>();
        URLUtils.parseParameters(query).forEach((name, values) -> parameters.put(name, values.get(0)));
        return parameters;
    }

    private static void json(HttpExchange exchange, int status, String body) throws IOException {
        answer(exchange, status, "application/json", body);
    }

    private static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
