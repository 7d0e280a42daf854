package org.mammoflow.platform;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.hibernate.SessionFactory;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/** The databases that the product runs on, each with the schema of {@code sql/}, for tests on real parts. */
public enum TestDatabase {
    H2 {
        @Override
        DataSource create() {
            JdbcDataSource database = new JdbcDataSource();
            // As the server configures it, but in memory.
            database.setURL("jdbc:h2:mem:" + UUID.randomUUID()
                    + ";DB_CLOSE_DELAY=-1;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH");
            return database;
        }
    },
    POSTGRESQL {
        @Override
        DataSource create() {
            return Postgres.newDatabase();
        }
    };

    abstract DataSource create();

    /** A fresh, migrated and mapped database. */
    public Opened open() {
        return open(statement -> {});
    }

    /** @param before is told of each statement of the mapping before the database is asked */
    public Opened open(Consumer<String> before) {
        DataSource database = create();
        new Schema(database).migrate();
        Queue<String> statements = new ConcurrentLinkedQueue<>();
        StatementInspector noting = sql -> {
            statements.add(sql);
            before.accept(sql);
            return sql;
        };
        EntityManagerFactory mapping = Persistence.createEntityManagerFactory(
                "mammoflow",
                Map.of(
                        "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                        "jakarta.persistence.jtaDataSource", database,
                        "jakarta.persistence.nonJtaDataSource", database,
                        "hibernate.session_factory.statement_inspector", noting));
        return new Opened(database, mapping, statements);
    }

    /**
     * An open database; close it.
     *
     * @param statements what the mapping has asked the database
     */
    public record Opened(DataSource database, EntityManagerFactory mapping, Queue<String> statements)
            implements AutoCloseable {

        public void validateMapping() {
            mapping.unwrap(SessionFactory.class).getSchemaManager().validateMappedObjects();
        }

        public void inTransaction(Consumer<EntityManager> work) {
            fromTransaction(entityManager -> {
                work.accept(entityManager);
                return null;
            });
        }

        public <T> T fromTransaction(Function<EntityManager, T> work) {
            EntityManager entityManager = mapping.createEntityManager();
            try {
                entityManager.getTransaction().begin();
                T result = work.apply(entityManager);
                entityManager.getTransaction().commit();
                return result;
            } finally {
                if (entityManager.getTransaction().isActive()) {
                    entityManager.getTransaction().rollback();
                }
                entityManager.close();
            }
        }

        /** Runs SQL past the application, as somebody with the database's password could. */
        public int sql(String statement) throws SQLException {
            try (Connection connection = database.getConnection()) {
                return connection.createStatement().executeUpdate(statement);
            }
        }

        /** Lets rows be written past the application in one transaction. */
        public void together(RowsWritten rows) throws SQLException {
            try (Connection connection = database.getConnection()) {
                connection.setAutoCommit(false);
                rows.write(new Opened(new OneConnection(connection), mapping, statements));
                connection.commit();
            }
        }

        @Override
        public void close() {
            mapping.close();
        }
    }

    /** Writes rows into what it is given. */
    @FunctionalInterface
    public interface RowsWritten {
        void write(Opened database) throws SQLException;
    }

    /** One server for all tests of this process. */
    private static final class Postgres {

        private static final EmbeddedPostgres SERVER = start();

        static DataSource newDatabase() {
            String name = "t" + UUID.randomUUID().toString().replace("-", "");
            try (Connection connection = SERVER.getPostgresDatabase().getConnection()) {
                connection.createStatement().execute("create database " + name);
            } catch (SQLException e) {
                throw new IllegalStateException("test database not created", e);
            }
            return SERVER.getDatabase("postgres", name);
        }

        private static EmbeddedPostgres start() {
            try {
                // No test cuts the current: what nobody reads again after it is forced to no disk.
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("synchronous_commit", "off")
                        .setServerConfig("full_page_writes", "off")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException("embedded PostgreSQL not started", e);
            }
        }
    }
}
