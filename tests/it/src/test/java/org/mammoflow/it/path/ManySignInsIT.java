package org.mammoflow.it.path;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.mammoflow.parts.hospital.Answers;
import org.mammoflow.parts.server.Caller;
import org.mammoflow.parts.server.MammoflowServer;
import org.mammoflow.parts.server.WebSession;

/** One account at many doors at the same moment: right passwords all open, wrong ones are all counted. */
class ManySignInsIT {

    private static final MammoflowServer SERVER = MammoflowServer.shared();
    private static final int AT_ONCE = 16;
    private static final int BEFORE_THE_LOCK = 5;

    @Test
    void right_passwords_all_open_each_a_session_of_its_own_and_switching_the_account_off_ends_them_all() {
        String password = made("everywhere");
        List<WebSession> sessions = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            sessions.add(new WebSession(SERVER));
        }
        assertThat(atOnce(sessions.stream()
                        .<Callable<Boolean>>map(session -> () -> session.signIn("everywhere", password))
                        .toList()))
                .containsOnly(true);
        assertThat(sessions.stream().map(WebSession::cookie).distinct()).hasSize(AT_ONCE);
        assertThat(sessions)
                .allSatisfy(session ->
                        assertThat(session.get("/worklist.xhtml").statusCode()).isEqualTo(200));

        SERVER.as("admin").putJson("/api/v1/accounts/everywhere/disabled", "{\"disabled\":true}");
        assertThat(sessions)
                .allSatisfy(session ->
                        assertThat(session.get("/worklist.xhtml").statusCode()).isEqualTo(302));
    }

    @Test
    void wrong_passwords_at_once_lock_the_account_as_one_after_the_other_would() {
        String password = made("guessed");
        Caller guesser = Caller.of(SERVER.url(), "guessed", "a wrong guess");
        List<Callable<Integer>> guesses = new ArrayList<>();
        for (int i = 0; i < BEFORE_THE_LOCK; i++) {
            guesses.add(() -> guesser.get("/api/v1/worklist").statusCode());
        }
        assertThat(atOnce(guesses)).containsOnly(401);
        assertThat(Caller.of(SERVER.url(), "guessed", password)
                        .get("/api/v1/worklist")
                        .statusCode())
                .as("no guess was lost: the right one is too late")
                .isEqualTo(401);
        assertThat(account("guessed").get("locked").getAsBoolean()).isTrue();
        assertThat(SERVER.log()).as("a guess fills no log").content().doesNotContain("UT010019", "guessed");
    }

    /** An account of a reader; its own password. */
    private static String made(String name) {
        String given = Answers.json(SERVER.as("admin")
                        .postJson("/api/v1/accounts", "{\"username\":\"" + name + "\",\"role\":\"radiologist\"}"))
                .get("password")
                .getAsString();
        String own = "the own password of " + name;
        assertThat(Caller.of(SERVER.url(), name, given)
                        .putJson("/api/v1/accounts/own/password", Administrators.change(given, own))
                        .statusCode())
                .isEqualTo(204);
        return own;
    }

    private static JsonObject account(String name) {
        for (var account : com.google.gson.JsonParser.parseString(
                        SERVER.as("admin").get("/api/v1/accounts").body())
                .getAsJsonArray()) {
            if (account.getAsJsonObject().get("username").getAsString().equals(name)) {
                return account.getAsJsonObject();
            }
        }
        throw new AssertionError("no account " + name);
    }

    private static <T> List<T> atOnce(List<Callable<T>> work) {
        ExecutorService threads = Executors.newFixedThreadPool(work.size());
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(work)) {
                results.add(result.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (java.util.concurrent.ExecutionException e) {
            throw new AssertionError(e.getCause());
        } finally {
            threads.shutdown();
        }
    }
}
