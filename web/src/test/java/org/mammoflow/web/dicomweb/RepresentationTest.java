package org.mammoflow.web.dicomweb;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RepresentationTest {

    private static final String OCTETS = "application/octet-stream";
    private static final String EXPLICIT = "1.2.840.10008.1.2.1";

    private static final MediaType ANYTHING = MediaType.WILDCARD_TYPE;
    private static final MediaType SINGLE_OCTETS = MediaType.APPLICATION_OCTET_STREAM_TYPE;

    @Test
    void what_is_not_asked_for_otherwise_comes_as_multipart() {
        assertThat(chosen(ANYTHING)).contains(Representation.MULTIPART);
        assertThat(chosen(related(Map.of()))).contains(Representation.MULTIPART);
    }

    @Test
    void octets_alone_come_alone() {
        assertThat(chosen(SINGLE_OCTETS)).contains(Representation.SINGLE);
        assertThat(chosen(SINGLE_OCTETS, ANYTHING)).contains(Representation.SINGLE);
    }

    @Test
    void ohif_gets_what_it_asks_for() {
        assertThat(chosen(related(Map.of("type", OCTETS, "transfer-syntax", "*"))))
                .contains(Representation.MULTIPART);
        assertThat(chosen(related(Map.of("type", OCTETS, "transfer-syntax", EXPLICIT))))
                .contains(Representation.MULTIPART);
    }

    @Test
    void a_codestream_that_we_do_not_make_is_refused() {
        assertThat(chosen(related(Map.of("type", "image/jls")))).isEmpty();
        assertThat(chosen(related(Map.of("type", OCTETS, "transfer-syntax", "1.2.840.10008.1.2.4.80"))))
                .isEmpty();
        assertThat(chosen(new MediaType("image", "jpeg"))).isEmpty();
    }

    @Test
    void the_first_of_several_that_we_make_is_taken() {
        assertThat(chosen(related(Map.of("type", "image/jls")), related(Map.of("type", OCTETS))))
                .contains(Representation.MULTIPART);
    }

    private static MediaType related(Map<String, String> parameters) {
        return new MediaType("multipart", "related", parameters);
    }

    private static Optional<Representation> chosen(MediaType... accepted) {
        List<MediaType> list = Arrays.asList(accepted);
        return Representation.of(list, OCTETS, Set.of(EXPLICIT));
    }
}
