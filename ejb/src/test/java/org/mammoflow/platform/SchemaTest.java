package org.mammoflow.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
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
                                "shadow_finding",
                                "signed_head",
                                "finding_replay",
                                "outcome_file",
                                "reread_sample",
                                "reread_case",
                                "study_outcome")
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
    @EnumSource
    void audit_rows_of_an_older_release_keep_what_their_hash_covers(TestDatabase kind) throws SQLException {
        DataSource database = kind.create();
        Flyway.configure()
                .dataSource(database)
                .locations(
                        "classpath:sql/common", "classpath:sql/" + kind.name().toLowerCase(Locale.ROOT))
                .target("4")
                .load()
                .migrate();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    "insert into audit_row values (1, current_timestamp, 'a', 'r', 'SIGNED_IN', 'o', 'i', '',"
                            + " '', '', 'p', 'h')");
        }
        new Schema(database).migrate();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select hash, before_digest || after_digest from audit_row")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).isEqualTo("h");
            assertThat(row.getString(2)).isEmpty();
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
