package org.mammoflow.audit.feed;

import java.util.Optional;
import org.mammoflow.audit.AuditAction;
import org.openehealth.ipf.commons.audit.codes.EventActionCode;
import org.openehealth.ipf.commons.audit.codes.EventIdCode;
import org.openehealth.ipf.commons.audit.codes.EventOutcomeIndicator;
import org.openehealth.ipf.commons.audit.codes.EventTypeCode;

/**
 * How the standard tells of one of our actions (PS3.15 A.5.3). What it has no message for, readers' statements above all, is
 * told as an access to the instances that it is about, with our own word as the event's type.
 */
record FeedEvent(EventIdCode id, Optional<EventTypeCode> type, EventActionCode action, EventOutcomeIndicator outcome) {

    // Exhaustive: a new action does not compile before somebody has decided what the collector is told.
    static FeedEvent of(AuditAction action) {
        return switch (action) {
            case SERVER_STARTED ->
                typed(EventIdCode.ApplicationActivity, EventTypeCode.ApplicationStart, EventActionCode.Execute);
            case SIGNED_IN -> typed(EventIdCode.UserAuthentication, EventTypeCode.Login, EventActionCode.Execute);
            case SIGNED_OUT -> typed(EventIdCode.UserAuthentication, EventTypeCode.Logout, EventActionCode.Execute);
            case SIGN_IN_FAILED ->
                typed(EventIdCode.UserAuthentication, EventTypeCode.Login, EventActionCode.Execute)
                        .failed(EventOutcomeIndicator.MinorFailure);
            case INSTANCE_STORED -> plain(EventIdCode.DICOMInstancesTransferred, EventActionCode.Create);
            case INSTANCE_CONFLICT, TRANSFER_INTERRUPTED ->
                plain(EventIdCode.DICOMInstancesTransferred, EventActionCode.Create)
                        .failed(EventOutcomeIndicator.MinorFailure);
            case ASSOCIATION_REFUSED, CONNECTION_REFUSED ->
                alert(EventTypeCode.NodeAuthentication).failed(EventOutcomeIndicator.MinorFailure);
            case ACCESS_DENIED ->
                alert(EventTypeCode.UseOfRestrictedFunction).failed(EventOutcomeIndicator.MinorFailure);
            case ACCOUNT_CREATED, ACCOUNT_DISABLED, ACCOUNT_ENABLED, PASSWORD_RESET, PASSWORD_CHANGED ->
                alert(EventTypeCode.UserSecurityAttributesChanged);
            case MODALITY_ENTERED, MODALITY_REMOVED, MODALITY_CHANGED -> alert(EventTypeCode.NetworkConfiguration);
            case NETWORK_LOADED,
                    NETWORK_PROPOSED,
                    NETWORK_APPROVED,
                    NETWORK_PROPOSAL_WITHDRAWN,
                    NETWORK_ROLLED_BACK,
                    READING_POLICY_CHANGED,
                    VOCABULARY_CHANGED -> alert(EventTypeCode.SoftwareConfiguration);
            case NETWORK_OFFLINE, NETWORK_REFUSED ->
                alert(EventTypeCode.SoftwareConfiguration).failed(EventOutcomeIndicator.SeriousFailure);
            case INDEX_QUERIED -> plain(EventIdCode.Query, EventActionCode.Execute);
            case REPORT_EXPORTED -> plain(EventIdCode.Export, EventActionCode.Read);
            case REPORT_CANCELLED, REPORT_FAILED ->
                plain(EventIdCode.Export, EventActionCode.Read).failed(EventOutcomeIndicator.MinorFailure);
            case OUTCOMES_IMPORTED -> plain(EventIdCode.Import, EventActionCode.Create);
            case OUTCOMES_REFUSED ->
                plain(EventIdCode.Import, EventActionCode.Create).failed(EventOutcomeIndicator.MinorFailure);
            case AUDIT_VERIFIED, AUDIT_EXPORTED, ACCESS_REPORTED ->
                plain(EventIdCode.AuditLogUsed, EventActionCode.Read);
            case STUDY_VIEWED, STUDY_PREFETCHED, IMAGE_VIEWED, IMAGE_PREFETCHED, HEAT_MAP_SHOWN, REPORT_VIEWED ->
                plain(EventIdCode.DICOMInstancesAccessed, EventActionCode.Read);
            case FINDING_RECORDED, SHADOW_RECORDED, FINDING_REPLAYED, COMMITMENT_REQUESTED, COMMITMENT_REPORTED ->
                plain(EventIdCode.DICOMInstancesAccessed, EventActionCode.Read);
            case NO_OPINION_RECORDED, COMMITMENT_GIVEN_UP ->
                plain(EventIdCode.DICOMInstancesAccessed, EventActionCode.Read)
                        .failed(EventOutcomeIndicator.MinorFailure);
            case JOB_RETRIED,
                    CASE_CLAIMED,
                    CLAIM_RELEASED,
                    CLAIM_TAKEN_OVER,
                    URGENCY_CHANGED,
                    READING_SESSION_STARTED,
                    READING_SESSION_ENDED,
                    CASE_SKIPPED,
                    CASE_DEFERRED,
                    FINDING_REVIEWED,
                    REVIEW_CHANGED,
                    REVIEW_WITHDRAWN,
                    READING_STATED,
                    READING_SIGNED,
                    SIGNATURE_TAKEN_BACK,
                    ADDENDUM_SIGNED,
                    REREAD_DRAWN,
                    CASE_RETURNED,
                    OUTCOME_RECORDED -> plain(EventIdCode.DICOMInstancesAccessed, EventActionCode.Update);
        };
    }

    private FeedEvent failed(EventOutcomeIndicator how) {
        return new FeedEvent(id, type, action, how);
    }

    private static FeedEvent alert(EventTypeCode type) {
        return typed(EventIdCode.SecurityAlert, type, EventActionCode.Execute);
    }

    private static FeedEvent typed(EventIdCode id, EventTypeCode type, EventActionCode action) {
        return new FeedEvent(id, Optional.of(type), action, EventOutcomeIndicator.Success);
    }

    private static FeedEvent plain(EventIdCode id, EventActionCode action) {
        return new FeedEvent(id, Optional.empty(), action, EventOutcomeIndicator.Success);
    }
}
