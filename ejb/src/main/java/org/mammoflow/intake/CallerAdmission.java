package org.mammoflow.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import org.mammoflow.dicom.net.upper.AssociationInfo;
import org.mammoflow.dicom.net.upper.AssociationPolicy;

/** Lets known modalities in, and anybody while none is known (unless configured otherwise). */
@ApplicationScoped
public class CallerAdmission implements AssociationPolicy {

    // PS3.8 table 9-21: rejected-permanent, service-user, calling AE title not recognised.
    private static final Admission NOT_RECOGNISED = new Rejected(1, 1, 3);
    // rejected-transient, service-provider (presentation), temporary congestion.
    private static final Admission NOT_NOW = new Rejected(2, 3, 1);

    @Inject
    Modalities modalities;

    @Inject
    IntakeSettings settings;

    @Override
    public Admission admit(AssociationInfo caller) {
        try {
            return ourselves(caller) || modalities.admits(caller.callingAeTitle()) ? new Admitted() : NOT_RECOGNISED;
        } catch (RuntimeException e) {
            System.getLogger("org.mammoflow.intake")
                    .log(System.Logger.Level.ERROR, "assoc=" + caller.id() + " modality list not readable", e);
            return NOT_NOW;
        }
    }

    // The readiness check calls its own port; only this machine can be taken for it.
    private boolean ourselves(AssociationInfo caller) {
        InetAddress address = caller.remote().getAddress();
        return caller.callingAeTitle().equals(settings.aeTitle())
                && (address.isLoopbackAddress() || address.getHostAddress().equals(settings.bindAddress()));
    }
}
