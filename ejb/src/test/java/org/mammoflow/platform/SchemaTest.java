package org.mammoflow.platform;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.stream.Stream;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaTest {

    static Stream<Arguments> appendOnlyTables() {
        return Stream.of(TestDatabase.values())
                .flatMap(database -> Stream.of(
                                "finding",
                                "no_opinion",
                                "review",
                                "reading_entry",
                                "audit_row",
                                "network_step",
                                "shadow_finding")
                        .map(table -> Arguments.of(database, table)));
    }

    @ParameterizedTest
    @EnumSource
    void is_what_the_mapping_expects(TestDatabase kind) {
        try (TestDatabase.Opened database = kind.open()) {
            assertThatCode(database::validateMapping).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_missing_column_is_noticed_by_the_validation(TestDatabase kind) throws SQLException {
        try (TestDatabase.Opened database = kind.open()) {
            database.sql("alter table review drop column reader");
            assertThatThrownBy(database::validateMapping).hasMessageContaining("reader");
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_older_release_refuses_a_newer_schema(TestDatabase kind) throws SQLException {
        try (TestDatabase.Opened database = kind.open()) {
            database.sql("insert into \"flyway_schema_history\" (\"installed_rank\", \"version\", \"description\","
                    + " \"type\", \"script\", \"installed_by\", \"execution_time\", \"success\")"
                    + " values (99, '999', 'from the future', 'SQL', 'V999__future.sql', 'test', 1, true)");
            assertThatThrownBy(() -> new Schema(database.database()).migrate()).isInstanceOf(FlywayException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("appendOnlyTables")
    void statements_can_neither_be_changed_nor_removed(TestDatabase kind, String table) throws SQLException {
        try (TestDatabase.Opened database = kind.open()) {
            Rows.oneOfEach(database);
            assertThatThrownBy(() -> database.sql("delete from " + table)).hasMessageContaining("append-only");
            assertThatThrownBy(() -> database.sql("update " + table + " set " + Rows.someColumnOf(table)))
                    .hasMessageContaining("append-only");
        }
    }
}
