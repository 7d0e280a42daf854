package org.mammoflow.review;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Optional;
import org.mammoflow.access.Callers;
import org.mammoflow.access.Role;
import org.mammoflow.audit.AuditAction;
import org.mammoflow.audit.AuditEvent;
import org.mammoflow.audit.AuditTrail;
import org.mammoflow.dicom.data.Attributes;
import org.mammoflow.dicom.data.ReaderLimits;
import org.mammoflow.dicom.file.DicomFile;
import org.mammoflow.finding.Findings;
import org.mammoflow.finding.Saliency;
import org.mammoflow.instance.Instance;
import org.mammoflow.instance.Instances;
import org.mammoflow.instance.ObjectStore;

/** Opening a case: its images, what was stated about each, what was decided. Every look is told to the audit trail. */
@Stateless
@RolesAllowed({Role.RADIOLOGIST, Role.AUDITOR})
public class ReadingRoom {

    private static final Logger LOG = System.getLogger("org.mammoflow.review");

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    CaseViews views;

    @Inject
    Sights sights;

    @Inject
    Instances instances;

    @Inject
    Findings findings;

    @Inject
    ObjectStore store;

    @Inject
    AuditTrail trail;

    @Inject
    Callers callers;

    /** Opens a case as the caller may see it, or nothing when there is none for this study. */
    public Optional<CaseView> open(String studyInstanceUid) {
        return open(studyInstanceUid, AuditAction.STUDY_VIEWED);
    }

    /**
     * The case anew for a caller who has it open and whose look has been told; it is told again only when the caller sees
     * more by now than then.
     *
     * @param aiTold whether the look that was told showed the network's opinion
     */
    public Optional<CaseView> openAgain(String studyInstanceUid, boolean aiTold) {
        Optional<CaseView> view = readingCase(studyInstanceUid).map(views::of);
        view.filter(found -> found.sight().ai() != aiTold).ifPresent(found -> tell(AuditAction.STUDY_VIEWED, found));
        return view;
    }

    /** Hands a case out that nobody looks at yet; who shows it later must tell so by {@link #studyShown}. */
    public Optional<CaseView> prefetch(String studyInstanceUid) {
        return open(studyInstanceUid, AuditAction.STUDY_PREFETCHED);
    }

    /**
     * The study before this one of the same patient, if it is here. Patient ID alone names nobody: issuer and birth date
     * must be the same too.
     */
    public Optional<String> prior(String studyInstanceUid) {
        return entityManager
                .createQuery("""
                        select p.studyInstanceUid from ReadingCase c join ReadingCase p on p.patientId = c.patientId
                        where c.studyInstanceUid = :uid and p.studyDate < c.studyDate
                        and p.issuerOfPatientId is not distinct from c.issuerOfPatientId
                        and p.patientBirthDate is not distinct from c.patientBirthDate
                        order by p.studyDate desc, p.id desc""", String.class)
                .setParameter("uid", studyInstanceUid)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** Records that a prefetched case came to be seen. */
    public void studyShown(String studyInstanceUid) {
        if (!instances.ofStudy(studyInstanceUid).isEmpty()) {
            tell(
                    AuditAction.STUDY_VIEWED,
                    "study",
                    studyInstanceUid,
                    "ai-shown=" + sights.ofStudy(studyInstanceUid).ai());
        }
    }

    /** Records that a prefetched image came to be seen. */
    public void imageShown(String sopInstanceUid) {
        instances
                .bySopInstanceUid(sopInstanceUid)
                .ifPresent(shown -> tell(AuditAction.IMAGE_VIEWED, "instance", sopInstanceUid, ""));
    }

    /** What has been stated and decided about one image, or nothing when it is not stored. */
    @RolesAllowed({Role.RADIOLOGIST, Role.AUDITOR, Role.ADMIN})
    public Optional<ImageView> image(String sopInstanceUid) {
        return instances
                .bySopInstanceUid(sopInstanceUid)
                .map(instance -> readingCase(instance.studyInstanceUid())
                        .map(readingCase -> views.of(readingCase, instance))
                        .orElseGet(() -> CaseViews.ofNoCase(instance)));
    }

    /**
     * The heat map of a finding; that it was shown is recorded.
     *
     * @throws NotYetRevealed when the reader's own opinion comes first
     */
    public Optional<Saliency> showHeatMap(long findingId) {
        findings.byId(findingId)
                .map(finding -> instances.get(finding.instanceId()).studyInstanceUid())
                .filter(study -> !sights.ofStudy(study).ai())
                .ifPresent(study -> {
                    throw new NotYetRevealed();
                });
        Optional<Saliency> heatMap = findings.heatMap(findingId);
        heatMap.ifPresent(shown -> tell(AuditAction.HEAT_MAP_SHOWN, "finding", Long.toString(findingId), ""));
        return heatMap;
    }

    /**
     * The header of an image whose case was opened: what a viewer needs to show it. Its pixels stay in the file. Nothing when
     * the file is missing or damaged: a reader must see the other images, and that one is not there.
     */
    public Optional<Attributes> header(Instance instance) {
        Path file = store.file(instance.sha256());
        try {
            return Optional.of(DicomFile.read(file, ReaderLimits.STANDARD).dataSet());
        } catch (IOException e) {
            LOG.log(
                    Level.ERROR,
                    "instance " + instance.id() + " not readable while its case is shown: " + file.getFileName()
                            + "; restore the file from the backup",
                    e);
            return Optional.empty();
        }
    }

    private Optional<CaseView> open(String studyInstanceUid, AuditAction action) {
        Optional<CaseView> view = readingCase(studyInstanceUid).map(views::of);
        view.ifPresent(found -> tell(action, found));
        return view;
    }

    private void tell(AuditAction action, CaseView view) {
        tell(
                action,
                "study",
                view.summary().studyInstanceUid(),
                "ai-shown=" + view.sight().ai());
    }

    private Optional<ReadingCase> readingCase(String studyInstanceUid) {
        return entityManager
                .createQuery("select c from ReadingCase c where c.studyInstanceUid = :uid", ReadingCase.class)
                .setParameter("uid", studyInstanceUid)
                .getResultStream()
                .findFirst();
    }

    private void tell(AuditAction action, String objectType, String objectId, String detail) {
        trail.record(new AuditEvent(callers.current(), action, objectType, objectId, detail));
    }
}
