package org.mammoflow.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalAddressTest {

    @Test
    void goes_on_to_a_page_of_this_server() {
        assertThat(LocalAddress.or("/case.xhtml?study=1.2.3&band=HIGH", "/"))
                .isEqualTo("/case.xhtml?study=1.2.3&band=HIGH");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "https://evil.example/",
                "//evil.example/",
                "/\\evil.example/",
                "\\\\evil.example",
                "/a\\b",
                "javascript:alert(1)",
                "worklist.xhtml",
                "/\t/evil.example/",
                "/a\r\nSet-Cookie: x=1",
            })
    void goes_nowhere_else(String wish) {
        assertThat(LocalAddress.or(wish, "/worklist.xhtml")).isEqualTo("/worklist.xhtml");
    }
}
