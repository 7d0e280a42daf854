package org.mammoflow.audit.feed;

import java.nio.charset.StandardCharsets;
import org.mammoflow.audit.AuditAction;
import org.mammoflow.chain.AuditEntry;
import org.openehealth.ipf.commons.audit.codes.AuditSourceType;
import org.openehealth.ipf.commons.audit.codes.NetworkAccessPointTypeCode;
import org.openehealth.ipf.commons.audit.codes.ParticipantObjectIdTypeCode;
import org.openehealth.ipf.commons.audit.codes.ParticipantObjectTypeCode;
import org.openehealth.ipf.commons.audit.codes.ParticipantObjectTypeCodeRole;
import org.openehealth.ipf.commons.audit.marshal.dicom.Current;
import org.openehealth.ipf.commons.audit.model.ActiveParticipantType;
import org.openehealth.ipf.commons.audit.model.AuditMessage;
import org.openehealth.ipf.commons.audit.model.AuditSourceIdentificationType;
import org.openehealth.ipf.commons.audit.model.EventIdentificationType;
import org.openehealth.ipf.commons.audit.model.ParticipantObjectIdentificationType;
import org.openehealth.ipf.commons.audit.model.TypeValuePairType;
import org.openehealth.ipf.commons.audit.types.ActiveParticipantRoleId;
import org.openehealth.ipf.commons.audit.types.EventType;
import org.openehealth.ipf.commons.audit.types.ParticipantObjectIdType;

/**
 * A row of the trail as a DICOM audit message (PS3.15 A.5.1). The row's number and hash travel along: by them a collector
 * tells a message that came twice, and an auditor finds the row. The patient's object, which the standard asks for where
 * instances are accessed, is left out: the trail names no patient, and the Study Instance UID leads there.
 */
final class DicomAuditMessage {

    private static final String OURS = "mammoflow";
    private static final String IP_ADDRESS = "[0-9.]+|[0-9A-Fa-f:]*:[0-9A-Fa-f:.]+";

    private DicomAuditMessage() {}

    /** XML without a line break and without a declaration of its encoding, which is UTF-8. */
    static String of(AuditEntry entry) {
        AuditMessage message = new AuditMessage();
        message.setEventIdentification(event(entry));
        message.getActiveParticipants().add(participant(entry));
        AuditSourceIdentificationType source = new AuditSourceIdentificationType(OURS);
        source.getAuditSourceType().add(AuditSourceType.ApplicationServerProcess);
        message.setAuditSourceIdentification(source);
        message.getParticipantObjectIdentifications().add(object(entry));
        return new Current().marshal(message, false);
    }

    private static EventIdentificationType event(AuditEntry entry) {
        FeedEvent told = FeedEvent.of(AuditAction.valueOf(entry.action()));
        EventIdentificationType event = new EventIdentificationType(told.id(), entry.recordedAt(), told.outcome());
        event.setEventActionCode(told.action());
        told.type().ifPresent(type -> event.getEventTypeCode().add(type));
        event.getEventTypeCode().add(EventType.of(entry.action(), OURS, entry.action()));
        return event;
    }

    private static ActiveParticipantType participant(AuditEntry entry) {
        ActiveParticipantType actor =
                new ActiveParticipantType(entry.actor().isEmpty() ? "anonymous" : entry.actor(), true);
        if (!entry.actorRole().isEmpty()) {
            actor.getRoleIDCodes().add(ActiveParticipantRoleId.of(entry.actorRole(), OURS, entry.actorRole()));
        }
        if (!entry.source().isEmpty()) {
            actor.setNetworkAccessPointID(entry.source());
            actor.setNetworkAccessPointTypeCode(
                    entry.source().matches(IP_ADDRESS)
                            ? NetworkAccessPointTypeCode.IPAddress
                            : NetworkAccessPointTypeCode.MachineName);
        }
        return actor;
    }

    private static ParticipantObjectIdentificationType object(AuditEntry entry) {
        boolean study = entry.objectType().equals("study");
        ParticipantObjectIdentificationType object = new ParticipantObjectIdentificationType(
                entry.objectId().isEmpty() ? "-" : entry.objectId(),
                study
                        ? ParticipantObjectIdTypeCode.StudyInstanceUID
                        : ParticipantObjectIdType.of(entry.objectType(), OURS, entry.objectType()));
        object.setParticipantObjectTypeCode(ParticipantObjectTypeCode.System);
        object.setParticipantObjectTypeCodeRole(
                study ? ParticipantObjectTypeCodeRole.Report : ParticipantObjectTypeCodeRole.Resource);
        detail(object, "seq", Long.toString(entry.seq()));
        detail(object, "hash", entry.hash());
        detail(object, "detail", entry.detail());
        detail(object, "requestId", entry.requestId());
        detail(object, "beforeDigest", entry.beforeDigest());
        detail(object, "afterDigest", entry.afterDigest());
        return object;
    }

    private static void detail(ParticipantObjectIdentificationType object, String type, String value) {
        if (!value.isEmpty()) {
            object.getParticipantObjectDetails()
                    .add(new TypeValuePairType(type, value.getBytes(StandardCharsets.UTF_8)));
        }
    }
}
