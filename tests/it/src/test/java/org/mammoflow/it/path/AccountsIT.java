package org.mammoflow.it.path;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mammoflow.parts.hospital.Answers;
import org.mammoflow.parts.server.Caller;
import org.mammoflow.parts.server.MammoflowServer;

/** Accounts come and go by an administrator's hand, and every change counts at once. */
class AccountsIT {

    private static final MammoflowServer SERVER = MammoflowServer.shared();
    private static final String WORKLIST = "/api/v1/worklist";

    @Test
    void a_new_account_works_until_it_is_switched_off() {
        String given = made("reader.one", "radiologist");
        assertThat(change("reader.one", given, "a password of my own").statusCode())
                .isEqualTo(204);
        Caller reader = as("reader.one", "a password of my own");
        assertThat(reader.get(WORKLIST).statusCode()).isEqualTo(200);
        assertThat(switchedOff("reader.one", true)).isEqualTo(204);
        assertThat(reader.get(WORKLIST).statusCode()).as("at once").isEqualTo(401);
        assertThat(switchedOff("reader.one", false)).isEqualTo(204);
        assertThat(reader.get(WORKLIST).statusCode()).isEqualTo(200);
        Answers answers = new Answers(SERVER);
        assertThat(answers.auditRows("ACCOUNT_CREATED", "reader.one")).isEqualTo(1);
        assertThat(answers.auditRows("ACCOUNT_DISABLED", "reader.one")).isEqualTo(1);
        assertThat(answers.auditRows("ACCOUNT_ENABLED", "reader.one")).isEqualTo(1);
    }

    @Test
    void the_old_password_is_worth_nothing_once_there_is_a_new_one() {
        String first = made("reader.two", "radiologist");
        assertThat(as("reader.two", first).get(WORKLIST).statusCode())
                .as("only for choosing another")
                .isEqualTo(403);
        String second = Answers.json(SERVER.as("admin").postJson("/api/v1/accounts/reader.two/password-reset", "{}"))
                .get("password")
                .getAsString();
        assertThat(as("reader.two", first).get(WORKLIST).statusCode()).isEqualTo(401);
        assertThat(change("reader.two", second, "short").statusCode()).isEqualTo(400);
        assertThat(change("reader.two", second, "a password of my own").statusCode())
                .isEqualTo(204);
        assertThat(as("reader.two", second).get(WORKLIST).statusCode()).isEqualTo(401);
        assertThat(as("reader.two", "a password of my own").get(WORKLIST).statusCode())
                .isEqualTo(200);
    }

    @Test
    void only_administrators_keep_accounts_and_nobody_switches_off_their_own() {
        for (String user : new String[] {"radiologist", "auditor"}) {
            assertThat(SERVER.as(user).get("/api/v1/accounts").statusCode()).isEqualTo(403);
            assertThat(create(SERVER.as(user), "evil", "admin").statusCode()).isEqualTo(403);
        }
        assertThat(switchedOff("admin", true)).isEqualTo(409);
        assertThat(create(SERVER.as("admin"), "admin", "admin").statusCode()).isEqualTo(409);
        assertThat(create(SERVER.as("admin"), "../Evil", "admin").statusCode()).isEqualTo(400);
        assertThat(create(SERVER.as("admin"), "evil", "root").statusCode()).isEqualTo(400);
    }

    @Test
    void what_is_not_plainly_true_or_false_switches_nobody_off() {
        made("stays.on", "radiologist");
        for (String body : List.of("{}", "{\"disabled\":\"false\"}", "{\"disabled\":null}", "{\"disabled\":0}")) {
            assertThat(SERVER.as("admin")
                            .putJson("/api/v1/accounts/stays.on/disabled", body)
                            .statusCode())
                    .as(body)
                    .isEqualTo(400);
        }
        JsonObject account = Answers.json(SERVER.as("admin").get("/api/v1/accounts/stays.on"));
        assertThat(account.get("disabled").getAsBoolean()).isFalse();
    }

    private static String made(String username, String role) {
        JsonObject made = Answers.json(create(SERVER.as("admin"), username, role));
        return made.get("password").getAsString();
    }

    private static HttpResponse<String> create(Caller caller, String username, String role) {
        return caller.postJson("/api/v1/accounts", "{\"username\":\"" + username + "\",\"role\":\"" + role + "\"}");
    }

    private static int switchedOff(String username, boolean off) {
        return SERVER.as("admin")
                .putJson("/api/v1/accounts/" + username + "/disabled", "{\"disabled\":" + off + "}")
                .statusCode();
    }

    private static HttpResponse<String> change(String username, String present, String next) {
        return as(username, present).putJson("/api/v1/accounts/own/password", Administrators.change(present, next));
    }

    private static Caller as(String username, String password) {
        return Caller.of(SERVER.url(), username, password);
    }
}
