package org.mammoflow.inference;

import java.io.IOException;
import java.util.Optional;
import org.mammoflow.dicom.data.Attributes;
import org.mammoflow.dicom.data.ReaderLimits;
import org.mammoflow.dicom.file.DicomFile;
import org.mammoflow.instance.Instance;
import org.mammoflow.instance.Instances;
import org.mammoflow.instance.ObjectStore;

/**
 * A stored image, looked up, read and decoded once, when the first network asks, for all that look at it. Closing waits for nobody: a
 * shadow that is late goes on with what it has.
 */
final class OpenedImage implements AutoCloseable {

    private final long instanceId;
    private final Instances instances;
    private final ObjectStore store;
    private Instance instance;
    private DicomFile file;
    private volatile DecodedImage decoded;
    private volatile boolean closed;

    OpenedImage(long instanceId, Instances instances, ObjectStore store) {
        this.instanceId = instanceId;
        this.instances = instances;
        this.store = store;
    }

    synchronized Instance instance() {
        if (instance == null) {
            instance = instances.get(instanceId);
        }
        return instance;
    }

    /** What speaks against its belonging to its study, whose patient is that of the image that came first. */
    synchronized Optional<String> foreignness() {
        Instance first = instances.ofStudy(instance().studyInstanceUid()).get(0);
        return instance().patient().contradicts(first.patient())
                ? Optional.of(
                        "PATIENT_CONTRADICTS: (0010,0020) Patient ID, its issuer or (0010,0030) Patient's Birth Date"
                                + " differ from those of the study's first image")
                : Optional.empty();
    }

    synchronized Attributes dataSet() throws IOException {
        return file().dataSet();
    }

    synchronized DecodedImage decoded() throws IOException {
        if (decoded == null) {
            decoded = DecodedImage.of(file());
            if (closed) {
                decoded.close();
            }
        }
        return decoded;
    }

    @Override
    public void close() {
        closed = true;
        DecodedImage last = decoded;
        if (last != null) {
            last.close();
        }
    }

    private DicomFile file() throws IOException {
        if (file == null) {
            file = DicomFile.read(store.file(instance().sha256()), ReaderLimits.STANDARD);
        }
        return file;
    }
}
