package org.mammoflow.it.path;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mammoflow.it.path.HospitalProvider.Signature;
import org.mammoflow.parts.hospital.Browser;

/** Nobody comes in by a lie about what the hospital's provider has said, or by what it said to somebody else. */
class ForgedSignInIT {

    private static final HospitalProvider PROVIDER = ProviderDoor.PROVIDER;

    static Stream<Arguments> lies() {
        return Stream.of(
                lie("another nonce", set -> set.claim("nonce", "of another sign-in"), Signature.OWN_KEY),
                lie("another audience", set -> set.audience("another client"), Signature.OWN_KEY),
                lie("another issuer", set -> set.issuer("https://login.example"), Signature.OWN_KEY),
                lie(
                        "expired",
                        set -> set.expirationTime(Date.from(Instant.now().minusSeconds(600))),
                        Signature.OWN_KEY),
                lie("a proof of yesterday", set -> set.claim("auth_time", 1_700_000_000L), Signature.OWN_KEY),
                lie("no word of the proof", set -> set.claim("auth_time", null), Signature.OWN_KEY),
                lie("a foreign key", UnaryOperator.identity(), Signature.FOREIGN_KEY),
                lie("no signature", UnaryOperator.identity(), Signature.NONE));
    }

    private static Arguments lie(String what, UnaryOperator<JWTClaimsSet.Builder> claims, Signature signature) {
        return Arguments.of(what, claims, signature);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lies")
    void a_token_that_lies_opens_nothing(String what, UnaryOperator<JWTClaimsSet.Builder> claims, Signature signature) {
        PROVIDER.admits("subject-7", "fanny", "mammo-readers");
        PROVIDER.says(claims, signature);
        try (Browser browser = Browser.open(ProviderDoor.SERVER)) {
            ProviderDoor.refused(browser, "does not answer as it should");
        }
    }

    @Test
    void an_answer_counts_once_and_only_in_the_browser_that_asked() {
        PROVIDER.admits("subject-8", "gerda", "mammo-readers");
        HttpResponse<String> begun = get(URI.create(ProviderDoor.local("sign-in/provider?from=%2Freport.xhtml")), "");
        HttpResponse<String> elsewhere = get(URI.create(ProviderDoor.local("sign-in/provider")), "");
        URI answer = get(location(begun), "")
                .headers()
                .firstValue("Location")
                .map(URI::create)
                .orElseThrow();

        assertThat(location(get(answer, "")).toString()).as("without a mark").endsWith("reason=Unasked");
        assertThat(location(get(answer, cookie(elsewhere))).toString())
                .as("with another browser's")
                .endsWith("reason=Unasked");
        HttpResponse<String> admitted = get(answer, cookie(begun));
        assertThat(admitted.statusCode()).isEqualTo(200);
        assertThat(admitted.body()).contains("url=/report.xhtml");
        assertThat(get(URI.create(ProviderDoor.local("worklist.xhtml")), cookie(admitted))
                        .body())
                .contains("gerda");
        assertThat(location(get(answer, cookie(begun))).toString())
                .as("once more")
                .endsWith("reason=Unasked");
    }

    private static HttpResponse<String> get(URI address, String cookie) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(address);
            return HttpClient.newHttpClient()
                    .send(
                            cookie.isEmpty()
                                    ? request.build()
                                    : request.header("Cookie", cookie).build(),
                            HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static URI location(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .map(answer.uri()::resolve)
                .orElseThrow();
    }

    private static String cookie(HttpResponse<String> answer) {
        String set = answer.headers().firstValue("Set-Cookie").orElseThrow();
        return set.substring(0, set.indexOf(';'));
    }
}
