package org.mammoflow.it.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mammoflow.parts.server.MammoflowServer;
import org.mammoflow.parts.server.WebSession;

/** What a request claims to have asked is told to nobody: a redirect leads within the server it came from. */
class ForgedHostIT {

    private static final MammoflowServer SERVER = MammoflowServer.shared();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/worklist.xhtml",
                "/case.xhtml?study=1.2.3",
                "/sign-in/return?error=access_denied",
                "/resources",
                "/errors",
                "//resources",
                "/.//errors"
            })
    void a_redirect_names_a_path_and_neither_host_of_the_request(String path) throws IOException {
        assertLeadsHome(answer("GET " + path + " HTTP/1.1", "", ""));
    }

    @Test
    void a_sign_in_leads_on_within_the_server() throws IOException {
        assertLeadsHome(
                answer(
                        "POST /sign-in.xhtml HTTP/1.1",
                        "Content-Type: application/x-www-form-urlencoded\r\n",
                        "signin=signin&signin:username=nobody&signin:password=wrong&signin:enter=x&jakarta.faces.ViewState=stateless"));
    }

    @Test
    void a_sign_out_leads_on_within_the_server() throws IOException {
        WebSession reader = new WebSession(SERVER);
        assertThat(reader.signIn("radiologist", SERVER.passwordOf("radiologist")))
                .isTrue();
        assertLeadsHome(
                answer("POST /sign-out HTTP/1.1", "Cookie: " + reader.cookie() + "\r\nSec-Fetch-Site: none\r\n", ""));
    }

    private static void assertLeadsHome(String answer) {
        assertThat(answer).startsWith("HTTP/1.1 302").doesNotContain("evil.example");
        assertThat(answer).containsPattern("\r\nLocation: /(?![/\\\\])");
    }

    private static String answer(String line, String headers, String body) throws IOException {
        try (RawRequest request = RawRequest.to(SERVER)) {
            return request.send(line + "\r\nHost: evil.example:81\r\nX-Forwarded-Host: evil.example\r\n"
                            + "Forwarded: host=evil.example\r\nConnection: close\r\n" + headers
                            + "Content-Length: " + body.length() + "\r\n\r\n" + body)
                    .everything();
        }
    }
}
