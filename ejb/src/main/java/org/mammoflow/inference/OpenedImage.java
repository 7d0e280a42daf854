package org.mammoflow.inference;

import java.io.IOException;
import org.mammoflow.dicom.data.Attributes;
import org.mammoflow.dicom.data.ReaderLimits;
import org.mammoflow.dicom.file.DicomFile;
import org.mammoflow.instance.Instance;
import org.mammoflow.instance.Instances;
import org.mammoflow.instance.ObjectStore;

/** A stored image, looked up, read and decoded once, when the first network asks, for all that look at it. */
final class OpenedImage {

    private final long instanceId;
    private final Instances instances;
    private final ObjectStore store;
    private Instance instance;
    private DicomFile file;
    private DecodedImage decoded;

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

    synchronized Attributes dataSet() throws IOException {
        return file().dataSet();
    }

    synchronized DecodedImage decoded() throws IOException {
        if (decoded == null) {
            decoded = DecodedImage.of(file());
        }
        return decoded;
    }

    private DicomFile file() throws IOException {
        if (file == null) {
            file = DicomFile.read(store.file(instance().sha256()), ReaderLimits.STANDARD);
        }
        return file;
    }
}
