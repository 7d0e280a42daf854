package org.mammoflow.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.mammoflow.dicom.net.storage.StorageStack;
import org.mammoflow.platform.Setting;

/** The DICOM stack that answers at the port and calls peers: {@code mammoflow.dicom.stack}. */
@ApplicationScoped
class ChosenStack {

    @Produces
    @ApplicationScoped
    StorageStack stack() {
        return StorageStack.named(Setting.text("mammoflow.dicom.stack", StorageStack.BUILTIN));
    }
}
