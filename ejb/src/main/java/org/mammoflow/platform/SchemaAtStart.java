package org.mammoflow.platform;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;

/**
 * Brings the database to this release's schema before anything else runs, and refuses to start when the mapping does
 * not fit it or the schema is newer than this release.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class SchemaAtStart {

    @Resource(lookup = "java:jboss/datasources/MammoflowDS")
    DataSource database;

    @PersistenceUnit(unitName = "mammoflow")
    EntityManagerFactory mapping;

    @PostConstruct
    void migrateAndValidate() {
        new Schema(database).migrate();
        mapping.unwrap(SessionFactory.class).getSchemaManager().validateMappedObjects();
    }
}
