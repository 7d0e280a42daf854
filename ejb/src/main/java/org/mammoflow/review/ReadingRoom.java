package org.mammoflow.review;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mammoflow.access.Callers;
import org.mammoflow.access.Role;
import org.mammoflow.audit.AuditAction;
import org.mammoflow.audit.AuditEvent;
import org.mammoflow.audit.AuditTrail;
import org.mammoflow.dicom.data.Attributes;
import org.mammoflow.dicom.data.ReaderLimits;
import org.mammoflow.dicom.file.DicomFile;
import org.mammoflow.finding.FindingView;
import org.mammoflow.finding.Findings;
import org.mammoflow.finding.NoOpinionView;
import org.mammoflow.finding.Saliency;
import org.mammoflow.instance.Instance;
import org.mammoflow.instance.Instances;
import org.mammoflow.instance.ObjectStore;

/** Opening a case: its images, what was stated about each, what was decided. Every look is told to the audit trail. */
@Stateless
@RolesAllowed({Role.RADIOLOGIST, Role.AUDITOR})
public class ReadingRoom {

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    CaseKeeping cases;

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

    @Inject
    Clock clock;

    /** Opens a case, or nothing when there is none for this study. */
    public Optional<CaseView> open(String studyInstanceUid) {
        Optional<CaseView> view = entityManager
                .createQuery("select c from ReadingCase c where c.studyInstanceUid = :uid", ReadingCase.class)
                .setParameter("uid", studyInstanceUid)
                .getResultStream()
                .findFirst()
                .map(readingCase -> new CaseView(readingCase.summary(clock.instant()), images(studyInstanceUid)));
        view.ifPresent(shown -> tell(AuditAction.STUDY_VIEWED, "study", studyInstanceUid, ""));
        return view;
    }

    /** What has been stated and decided about one image, or nothing when it is not stored. */
    @RolesAllowed({Role.RADIOLOGIST, Role.AUDITOR, Role.ADMIN})
    public Optional<ImageView> image(String sopInstanceUid) {
        return instances
                .bySopInstanceUid(sopInstanceUid)
                .flatMap(instance -> views(List.of(instance)).stream().findFirst());
    }

    /** The heat map of a finding; that it was shown is recorded. */
    public Optional<Saliency> showHeatMap(long findingId) {
        Optional<Saliency> heatMap = findings.heatMap(findingId);
        heatMap.ifPresent(shown -> tell(AuditAction.HEAT_MAP_SHOWN, "finding", Long.toString(findingId), ""));
        return heatMap;
    }

    /** The file of an image, for its pixels; that it was looked at is recorded. */
    public Optional<ImageFile> showImage(String sopInstanceUid) {
        Optional<ImageFile> file = instances
                .bySopInstanceUid(sopInstanceUid)
                .map(instance -> new ImageFile(instance, store.file(instance.sha256())));
        file.ifPresent(shown -> tell(AuditAction.IMAGE_VIEWED, "instance", sopInstanceUid, ""));
        return file;
    }

    /** The header of an image whose case was opened: what a viewer needs to show it. Its pixels stay in the file. */
    public Attributes header(Instance instance) {
        Path file = store.file(instance.sha256());
        try {
            return DicomFile.read(file, ReaderLimits.STANDARD).dataSet();
        } catch (IOException e) {
            throw new UncheckedIOException("instance " + instance.id() + " not readable: " + file.getFileName(), e);
        }
    }

    /** The stored images of a study, for indexes; nothing of their content. */
    public List<Instance> imagesOf(String studyInstanceUid) {
        return instances.ofStudy(studyInstanceUid);
    }

    private List<ImageView> images(String studyInstanceUid) {
        return views(instances.ofStudy(studyInstanceUid));
    }

    private List<ImageView> views(List<Instance> images) {
        List<Long> ids = images.stream().map(Instance::id).toList();
        Map<Long, FindingView> found = findings.ofInstances(ids).stream()
                .collect(Collectors.toMap(FindingView::instanceId, Function.identity()));
        Map<Long, NoOpinionView> missing = findings.missingOf(ids).stream()
                .collect(Collectors.toMap(NoOpinionView::instanceId, Function.identity()));
        Map<Long, ReviewView> reviews =
                cases.latestReviews(found.values().stream().map(FindingView::id).toList());
        return images.stream()
                .map(image -> view(image, Optional.ofNullable(found.get(image.id())), missing.get(image.id()), reviews))
                .toList();
    }

    private static ImageView view(
            Instance image, Optional<FindingView> found, NoOpinionView missing, Map<Long, ReviewView> reviews) {
        return new ImageView(
                image,
                found,
                found.isPresent() ? Optional.empty() : Optional.ofNullable(missing),
                found.map(finding -> reviews.get(finding.id())));
    }

    private void tell(AuditAction action, String objectType, String objectId, String detail) {
        trail.record(new AuditEvent(callers.current(), action, objectType, objectId, detail));
    }
}
