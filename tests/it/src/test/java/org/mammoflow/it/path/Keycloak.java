package org.mammoflow.it.path;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.mammoflow.parts.hospital.Answers;
import org.mammoflow.parts.server.ServerOptions;

/** Keycloak as its project publishes it, with one realm, one client and a few members of staff. */
final class Keycloak implements AutoCloseable {

    private static final String REALM = """
            {"realm":"staff","enabled":true,"sslRequired":"none",
             "roles":{"realm":[{"name":"mammo-readers"},{"name":"canteen"}]},
             "clients":[{"clientId":"mammoflow","secret":"not a secret in a test","publicClient":false,
               "standardFlowEnabled":true,"redirectUris":["http://localhost:@port@/sign-in/return"],
               "attributes":{"pkce.code.challenge.method":"S256","post.logout.redirect.uris":"http://localhost:@port@/sign-in.xhtml"},
               "protocolMappers":[{"name":"roles","protocol":"openid-connect","protocolMapper":"oidc-usermodel-realm-role-mapper",
                 "config":{"claim.name":"roles","multivalued":"true","id.token.claim":"true","jsonType.label":"String"}}]}],
             "users":[
               {"username":"anna","enabled":true,"firstName":"Anna","lastName":"Reader","email":"anna@example.org",
                "emailVerified":true,"credentials":[{"type":"password","value":"password of anna"}],"realmRoles":["mammo-readers"]},
               {"username":"carl","enabled":true,"firstName":"Carl","lastName":"Cook","email":"carl@example.org",
                "emailVerified":true,"credentials":[{"type":"password","value":"password of carl"}],"realmRoles":["canteen"]}]}
            """;

    private final int port = ServerOptions.freePort();
    private final Process process;

    private Keycloak(Path home, int applicationPort) {
        try {
            // What an earlier run left would win over the realm of this one.
            forget(home.resolve("data"));
            Files.createDirectories(home.resolve("data/import"));
            Files.writeString(
                    home.resolve("data/import/staff-realm.json"),
                    REALM.replace("@port@", String.valueOf(applicationPort)));
            ProcessBuilder builder = new ProcessBuilder(
                            "bash",
                            home.resolve("bin/kc.sh").toString(),
                            "start-dev",
                            "--import-realm",
                            "--http-host=127.0.0.1",
                            "--http-port=" + port)
                    .redirectErrorStream(true)
                    .redirectOutput(home.resolveSibling("keycloak.console").toFile());
            builder.environment().put("JAVA_OPTS_KC_HEAP", "-Xms128m -Xmx640m");
            process = builder.start();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Knows the application at this port of localhost, as a provider does: by its whole addresses. */
    static Keycloak start(int applicationPort) {
        Keycloak keycloak = new Keycloak(home(), applicationPort);
        Answers.await("Keycloak", keycloak::answers);
        return keycloak;
    }

    private static void forget(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }

    /** Where the long profile unpacks it. */
    private static Path home() {
        try (Stream<Path> unpacked = Files.list(Path.of("target/keycloak"))) {
            return unpacked.filter(folder -> folder.getFileName().toString().startsWith("keycloak-"))
                    .findFirst()
                    .orElseThrow()
                    .toAbsolutePath();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    String issuer() {
        return "http://127.0.0.1:" + port + "/realms/staff";
    }

    private boolean answers() {
        if (!process.isAlive()) {
            throw new AssertionError("Keycloak ended: see target/keycloak/keycloak.console");
        }
        try {
            HttpRequest ask = HttpRequest.newBuilder(URI.create(issuer() + "/.well-known/openid-configuration"))
                    .build();
            return HttpClient.newHttpClient()
                            .send(ask, HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        List<ProcessHandle> family = process.descendants().toList();
        family.forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            process.waitFor(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        family.forEach(ProcessHandle::destroyForcibly);
    }
}
