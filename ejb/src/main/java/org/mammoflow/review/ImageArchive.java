package org.mammoflow.review;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.mammoflow.access.Callers;
import org.mammoflow.access.Role;
import org.mammoflow.audit.AuditAction;
import org.mammoflow.audit.AuditEvent;
import org.mammoflow.audit.AuditTrail;
import org.mammoflow.dicom.data.Attributes;
import org.mammoflow.dicom.data.ReaderLimits;
import org.mammoflow.dicom.file.DicomFile;
import org.mammoflow.instance.Instance;
import org.mammoflow.instance.Instances;
import org.mammoflow.instance.ObjectStore;
import org.mammoflow.instance.StoredStudies;
import org.mammoflow.instance.StudyKeys;

/** The stored images as an archive shows them: searched, described, handed out. Every look is told to the audit trail. */
@Stateless
@RolesAllowed({Role.RADIOLOGIST, Role.AUDITOR})
public class ImageArchive {

    private static final int LARGEST_PAGE = 200;

    @Inject
    StoredStudies studies;

    @Inject
    Instances instances;

    @Inject
    ObjectStore store;

    @Inject
    AuditTrail trail;

    @Inject
    Callers callers;

    /**
     * The objects of each matching study, the study that was stored last first.
     *
     * @param first how many studies to pass over
     * @param size how many to find, at most 200
     */
    public List<List<Instance>> search(StudyKeys keys, int first, int size) {
        List<List<Instance>> found = studies.find(keys, first, Math.min(size, LARGEST_PAGE));
        // Never the keys: they name patients.
        tell(AuditAction.INDEX_QUERIED, "study", keys.studyInstanceUid().orElse(""), "studies=" + found.size());
        return found;
    }

    /** The objects of a study, in the order of their arrival; empty when it is not stored. */
    public List<Instance> study(String studyInstanceUid) {
        List<Instance> objects = instances.ofStudy(studyInstanceUid);
        tell(AuditAction.INDEX_QUERIED, "study", studyInstanceUid, "instances=" + objects.size());
        return objects;
    }

    /** The headers of a study's objects, without their pixels; {@code wanted} chooses among the objects. */
    public List<Attributes> headers(String studyInstanceUid, Predicate<Instance> wanted) {
        List<Instance> objects =
                instances.ofStudy(studyInstanceUid).stream().filter(wanted).toList();
        if (!objects.isEmpty()) {
            tell(AuditAction.STUDY_VIEWED, "study", studyInstanceUid, "headers=" + objects.size());
        }
        return objects.stream().map(this::header).toList();
    }

    /** The file of an object, for its pixels or as a whole; nothing when the study and series are not its own. */
    public Optional<ImageFile> open(String studyInstanceUid, String seriesInstanceUid, String sopInstanceUid) {
        return open(studyInstanceUid, seriesInstanceUid, sopInstanceUid, AuditAction.IMAGE_VIEWED);
    }

    /** The same for pixels that nobody looks at yet; who shows them later must tell so by {@link ReadingRoom#imageShown}. */
    public Optional<ImageFile> prefetch(String studyInstanceUid, String seriesInstanceUid, String sopInstanceUid) {
        return open(studyInstanceUid, seriesInstanceUid, sopInstanceUid, AuditAction.IMAGE_PREFETCHED);
    }

    /** The same for a caller whose look at this image, or whose fetching it ahead, has been told: its full size after its preview. */
    public Optional<ImageFile> openAgain(String studyInstanceUid, String seriesInstanceUid, String sopInstanceUid) {
        return instances
                .bySopInstanceUid(sopInstanceUid)
                .filter(instance -> instance.studyInstanceUid().equals(studyInstanceUid))
                .filter(instance -> instance.seriesInstanceUid().equals(seriesInstanceUid))
                .map(instance -> new ImageFile(instance, store.file(instance.sha256())));
    }

    private Optional<ImageFile> open(
            String studyInstanceUid, String seriesInstanceUid, String sopInstanceUid, AuditAction action) {
        Optional<ImageFile> file = openAgain(studyInstanceUid, seriesInstanceUid, sopInstanceUid);
        file.ifPresent(shown -> tell(action, "instance", sopInstanceUid, ""));
        return file;
    }

    private Attributes header(Instance instance) {
        try {
            return DicomFile.read(store.file(instance.sha256()), ReaderLimits.STANDARD)
                    .dataSet();
        } catch (IOException e) {
            throw new UncheckedIOException("instance " + instance.id() + " not readable while its header is shown", e);
        }
    }

    private void tell(AuditAction action, String objectType, String objectId, String detail) {
        trail.record(new AuditEvent(callers.current(), action, objectType, objectId, detail));
    }
}
