package org.mammoflow.it.path;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.mammoflow.parts.hospital.Answers;
import org.mammoflow.parts.server.MammoflowServer;

/** Report files that an auditor has made in the background, and what lies of them on the server's disk. */
record ReportFiles(MammoflowServer server) {

    private static final String EXPORTS = "/api/v1/reports/exports";

    /** The id of a file that is being made now. */
    String begin(String format) {
        return Answers.json(server.as("auditor").postJson(EXPORTS + "?format=" + format, ""))
                .get("id")
                .getAsString();
    }

    JsonObject progress(String id) {
        return Answers.json(progressFor("auditor", id));
    }

    HttpResponse<String> progressFor(String user, String id) {
        return server.as(user).get(EXPORTS + "/" + id);
    }

    /** Such as {@code READY}. */
    String state(String id) {
        return progress(id).get("state").getAsString();
    }

    HttpResponse<String> cancel(String id) {
        return server.as("auditor").delete(EXPORTS + "/" + id);
    }

    HttpResponse<String> fetch(String id) {
        return server.as("auditor").get(EXPORTS + "/" + id + "/file");
    }

    /** Where files are made. */
    Path folder() {
        return server.home().resolve("server/tmp/java");
    }

    List<String> onDisk() throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("report-"))
                    .toList();
        }
    }
}
