package org.mammoflow.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.ejb.EJBTransactionRequiredException;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mammoflow.access.Caller;
import org.mammoflow.audit.AuditAction;
import org.mammoflow.audit.AuditEvent;
import org.mammoflow.audit.AuditTrail;
import org.mammoflow.finding.Evidence;
import org.mammoflow.finding.Findings;
import org.mammoflow.finding.NetworkIdentity;
import org.mammoflow.finding.NewFinding;
import org.mammoflow.finding.Saliency;
import org.mammoflow.finding.Scores;
import org.mammoflow.review.Claiming;
import org.mammoflow.review.MissingReason;
import org.mammoflow.review.Opinion;
import org.mammoflow.review.ReviewOutcome;
import org.mammoflow.review.Reviewing;
import org.mammoflow.review.Verdict;

/** A change and its audit row are one transaction: both or neither. */
@ArquillianTest
class ReviewAndItsAuditRowIT {

    private static final Opinion CONFIRMED = new Opinion(Verdict.CONFIRMED, "", "");
    private static final String DIGEST = "a".repeat(64);

    @Inject
    Reviewing reviewing;

    @Inject
    Claiming claiming;

    @Inject
    Findings findings;

    @Inject
    AuditTrail trail;

    @Inject
    AsRadiologist radiologist;

    @Resource
    UserTransaction transaction;

    @Resource(lookup = "java:jboss/datasources/MammoflowDS")
    DataSource database;

    private long image;
    private long finding;

    @Deployment
    static EnterpriseArchive application() {
        return Application.withTests(ReviewAndItsAuditRowIT.class);
    }

    @BeforeEach
    void one_finding() throws Exception {
        image = number("select nextval('stored_instance_seq')");
        sql("""
                insert into stored_instance (id, sop_instance_uid, sop_class_uid, study_instance_uid, series_instance_uid,
                    transfer_syntax_uid, sha256, size_bytes, calling_ae_title, received_at)
                values (%d, '%s.1', '1.2', '%s', '1.2.4', '1.2.840.10008.1.2.1', '%s', 10, 'MODALITY', current_timestamp)""".formatted(image, study(), study(), DIGEST));
        transaction.begin();
        finding = findings.record(new NewFinding(
                        image,
                        new NetworkIdentity("resnet18", "1.0.0", DIGEST, "trained"),
                        new Scores(0, 0, 0.2, 0.8),
                        "HIGH",
                        0.5,
                        false,
                        new Saliency(1, 1, new byte[1]),
                        new Evidence("CPUExecutionProvider", DIGEST, DIGEST, 1, 2, 3)))
                .id();
        transaction.commit();
    }

    @Test
    void a_review_whose_audit_row_cannot_be_written_is_not_recorded() throws Exception {
        sql("alter table audit_row rename to audit_row_away");
        try {
            assertThatThrownBy(this::review).isInstanceOf(Exception.class);
        } finally {
            sql("alter table audit_row_away rename to audit_row");
        }
        assertThat(reviews()).isZero();
        assertThat(openFindings()).as("the case's count was rolled back too").isEqualTo(1);

        assertThat(review()).isInstanceOf(ReviewOutcome.Recorded.class);
        assertThat(reviews()).isEqualTo(1);
        assertThat(openFindings()).isZero();
    }

    @Test
    void a_review_that_is_rolled_back_leaves_no_audit_row() throws Exception {
        long before = number("select count(*) from audit_row");
        radiologist.call(() -> {
            transaction.begin();
            ReviewOutcome outcome = reviewing.review(finding, CONFIRMED);
            transaction.rollback();
            return outcome;
        });
        assertThat(reviews()).isZero();
        assertThat(number("select count(*) from audit_row")).isEqualTo(before);
    }

    @Test
    void a_change_cannot_be_told_outside_its_transaction() {
        AuditEvent event = new AuditEvent(Caller.system(), AuditAction.URGENCY_CHANGED, "study", "1.2", "");
        assertThatThrownBy(() -> trail.record(event)).isInstanceOf(EJBTransactionRequiredException.class);
    }

    @Test
    void taking_over_and_marking_urgent_without_a_reason_changes_nothing() throws Exception {
        long before = number("select count(*) from audit_row");
        for (String blank : new String[] {null, "", " \t"}) {
            assertThatThrownBy(() -> radiologist.call(() -> claiming.takeOver(study(), blank)))
                    .isInstanceOf(MissingReason.class);
            assertThatThrownBy(() -> radiologist.call(() -> {
                        claiming.markUrgent(study(), true, blank);
                        return null;
                    }))
                    .isInstanceOf(MissingReason.class);
        }
        assertThat(number(
                        "select count(*) from reading_case where study_instance_uid = '%s' and (urgent or claimed_by is not null)"
                                .formatted(study())))
                .isZero();
        assertThat(number("select count(*) from audit_row")).isEqualTo(before);
    }

    private ReviewOutcome review() throws Exception {
        return radiologist.call(() -> reviewing.review(finding, CONFIRMED));
    }

    private String study() {
        return "2.25." + image;
    }

    private long reviews() throws SQLException {
        return number("select count(*) from review where finding_id = " + finding);
    }

    private long openFindings() throws SQLException {
        return number("select open_findings from reading_case where study_instance_uid = '%s'".formatted(study()));
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement open = connection.createStatement()) {
            open.execute(statement);
        }
    }

    private long number(String query) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement open = connection.createStatement();
                ResultSet result = open.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }
}
