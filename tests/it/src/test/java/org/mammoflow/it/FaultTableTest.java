package org.mammoflow.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mammoflow.parts.server.Checkout;

/** docs/faults.md has a row for every fault that we know, and each row names tests that exist. */
class FaultTableTest {

    private static final TestSources SOURCES = TestSources.below(Checkout.root());

    @Test
    void every_fault_has_its_answer_and_its_tests() throws IOException {
        FaultTable table = FaultTable.in(Files.readString(Checkout.root().resolve("docs/faults.md")));

        assertThat(table.ids()).isEqualTo(FaultTable.expected());
        assertThat(table.incomplete()).isEmpty();
        assertThat(table.missingTests(SOURCES)).isEmpty();
    }

    @Test
    void a_row_that_is_gone_without_answer_or_without_a_real_test_is_found() {
        FaultTable table = FaultTable.in("""
                | # | fault | our answer | shown by |
                |---|---|---|---|
                | N1 | wrong title | RJ 1/1/7 | `SomeTest.is_there` |
                | N2 | unknown title | | `SomeTest.is_there` |
                | N3 | odd title | RJ 1/1/3 | nothing yet |
                | N4 | version 2 | RJ 1/2/2 | `SomeTest.is_gone`, `SomeTest.is_no_test`, `NoTest.is_there` |
                """);
        TestSources sources = new TestSources(Map.of("SomeTest", """
                @ParameterizedTest
                @ValueSource(strings = {"a", "b"})
                void is_there(String value) {}

                private void is_no_test() {}
                """));

        assertThat(table.ids()).containsExactly("N1", "N2", "N3", "N4").isNotEqualTo(FaultTable.expected());
        assertThat(table.incomplete()).containsExactly("N2", "N3");
        assertThat(table.missingTests(sources))
                .containsExactlyElementsOf(List.of("SomeTest.is_gone", "SomeTest.is_no_test", "NoTest.is_there"));
    }
}
