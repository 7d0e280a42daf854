package org.mammoflow.web.dicomweb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mammoflow.web.dicomweb.MultipartRelated.Part;

class MultipartRelatedTest {

    @Test
    void parts_stand_between_boundaries_with_their_headers() throws IOException {
        MultipartRelated message = new MultipartRelated(
                "text/plain",
                List.of(
                        new Part("text/plain; a=b", "/one", out -> out.write('x')),
                        new Part("text/plain", "/two", out -> out.write('y'))));
        String boundary = message.contentType().replaceAll(".*boundary=", "");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        message.write(out);
        assertThat(message.contentType()).startsWith("multipart/related; type=\"text/plain\"; boundary=");
        assertThat(out.toString(StandardCharsets.US_ASCII))
                .isEqualTo("--" + boundary
                        + "\r\nContent-Type: text/plain; a=b\r\nContent-Location: /one\r\n\r\nx\r\n--"
                        + boundary + "\r\nContent-Type: text/plain\r\nContent-Location: /two\r\n\r\ny\r\n--" + boundary
                        + "--\r\n");
    }
}
