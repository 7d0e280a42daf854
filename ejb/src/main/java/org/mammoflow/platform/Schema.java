package org.mammoflow.platform;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The database schema of this release: the migrations in {@code sql/}, forward only. */
public record Schema(DataSource database) {

    /** Runs what is missing. Throws when a migration fails or the database is newer than this release. */
    public void migrate() {
        Flyway.configure(Schema.class.getClassLoader())
                .dataSource(database)
                .locations("classpath:sql/common", "classpath:sql/" + dialect())
                .cleanDisabled(true)
                .validateMigrationNaming(true)
                // The default would let an old release run on a newer schema.
                .ignoreMigrationPatterns(new String[0])
                .load()
                .migrate();
    }

    private String dialect() {
        try (Connection connection = database.getConnection()) {
            return connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
        } catch (SQLException e) {
            throw new IllegalStateException("database not reachable while migrating the schema: " + e.getMessage(), e);
        }
    }
}
