package org.mammoflow.web.dicomweb;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** A {@code multipart/related} message (RFC 2387), written while it is sent. */
final class MultipartRelated implements StreamingOutput {

    /** One part: its Content-Type with parameters, where it can be had alone, and what writes it. */
    record Part(String contentType, String location, StreamingOutput content) {}

    private final String boundary = UUID.randomUUID().toString();
    private final String type;
    private final List<Part> parts;

    MultipartRelated(String type, List<Part> parts) {
        this.type = type;
        this.parts = parts;
    }

    String contentType() {
        return "multipart/related; type=\"" + type + "\"; boundary=" + boundary;
    }

    @Override
    public void write(OutputStream out) throws IOException {
        for (Part part : parts) {
            line(out, "--" + boundary);
            line(out, "Content-Type: " + part.contentType());
            line(out, "Content-Location: " + part.location());
            line(out, "");
            part.content().write(out);
            line(out, "");
        }
        line(out, "--" + boundary + "--");
    }

    private static void line(OutputStream out, String text) throws IOException {
        out.write((text + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }
}
