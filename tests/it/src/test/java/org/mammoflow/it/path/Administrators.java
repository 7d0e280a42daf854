package org.mammoflow.it.path;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.http.HttpResponse;
import org.mammoflow.parts.hospital.Answers;
import org.mammoflow.parts.server.Caller;
import org.mammoflow.parts.server.MammoflowServer;

/** Two administrators who put networks into seats. */
final class Administrators {

    /** The password that the second has chosen. */
    static final String OWN = "a password of their own";

    private final MammoflowServer server;
    private final Caller first;
    private final Caller second;

    Administrators(MammoflowServer server) {
        this.server = server;
        this.first = server.as("admin");
        this.second = second();
    }

    private Caller second() {
        String given = given("second");
        assertThat(Caller.of(server.url(), "second", given)
                        .putJson("/api/v1/accounts/own/password", change(given, OWN))
                        .statusCode())
                .isEqualTo(204);
        return Caller.of(server.url(), "second", OWN);
    }

    private String given(String name) {
        HttpResponse<String> made =
                first.postJson("/api/v1/accounts", "{\"username\":\"" + name + "\",\"role\":\"admin\"}");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return JsonParser.parseString(made.body())
                .getAsJsonObject()
                .get("password")
                .getAsString();
    }

    /** Somebody whose password the first administrator knows. */
    Caller stooge() {
        return Caller.of(server.url(), "stooge", given("stooge"));
    }

    static String change(String present, String next) {
        return "{\"present\":\"" + present + "\",\"next\":\"" + next + "\"}";
    }

    Caller first() {
        return first;
    }

    Caller another() {
        return second;
    }

    /** Proposed by the first. */
    long propose(String seat, String network) {
        HttpResponse<String> answer = proposal(seat, network);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Answers.json(answer).get("id").getAsLong();
    }

    HttpResponse<String> proposal(String seat, String network) {
        return proposal(first, seat, network);
    }

    static HttpResponse<String> proposal(Caller caller, String seat, String network) {
        return caller.postJson(
                "/api/v1/networks/proposals",
                "{\"seat\":\"" + seat + "\",\"network\":\"" + network + "\",\"reason\":\"a test\"}");
    }

    static HttpResponse<String> approve(Caller caller, long proposal) {
        return caller.postJson("/api/v1/networks/proposals/" + proposal + "/approval", "{}");
    }

    /** Proposed by the first, approved by the other. */
    void seat(String seat, String network) {
        HttpResponse<String> answer = approve(second, propose(seat, network));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    HttpResponse<String> rollBack(String seat) {
        return first.postJson("/api/v1/networks/" + seat + "/rollback", "{\"reason\":\"a test\"}");
    }

    JsonObject test() {
        return Answers.json(first.postJson("/api/v1/networks/test", "{}"));
    }

    JsonObject networks() {
        return Answers.json(first.get("/api/v1/networks"));
    }

    /** What sits in a seat, {@code name/version}. */
    String sitting(String seat) {
        return networks().getAsJsonObject(seat).get("network").getAsString();
    }
}
