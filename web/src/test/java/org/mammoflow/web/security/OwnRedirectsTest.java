package org.mammoflow.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnRedirectsTest {

    @ParameterizedTest
    @CsvSource({
        "/worklist.xhtml?page=2, /worklist.xhtml?page=2",
        "//evil.example/, /evil.example/",
        "/\\evil.example/, /evil.example/",
        "///evil.example/a//b, /evil.example/a//b"
    })
    void no_path_begins_another_host(String path, String led) {
        assertThat(OwnRedirects.path(path)).isEqualTo(led);
    }
}
