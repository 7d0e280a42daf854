package org.mammoflow.web.dicomweb;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import org.mammoflow.web.api.RefusedAccess;
import org.mammoflow.web.api.RefusedRequest;
import org.mammoflow.web.api.UnexpectedFailure;

/** The resources under {@code /dicom-web}. */
@ApplicationPath("/dicom-web")
public class DicomWeb extends Application {

    static final String PATH = "/dicom-web";

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                SearchResource.class,
                StudyResource.class,
                InstanceResource.class,
                UnreadableObject.class,
                BusyDecoding.class,
                RefusedAccess.class,
                RefusedRequest.class,
                UnexpectedFailure.class);
    }
}
