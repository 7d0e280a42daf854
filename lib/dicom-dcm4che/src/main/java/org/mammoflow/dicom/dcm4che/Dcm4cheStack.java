package org.mammoflow.dicom.dcm4che;

import java.io.IOException;
import java.util.Optional;
import org.dcm4che3.net.Device;
import org.mammoflow.dicom.net.storage.CommitmentReport;
import org.mammoflow.dicom.net.storage.Peer;
import org.mammoflow.dicom.net.storage.ScuConfig;
import org.mammoflow.dicom.net.storage.StorageApplication;
import org.mammoflow.dicom.net.storage.StorageClient;
import org.mammoflow.dicom.net.storage.StorageScpConfig;
import org.mammoflow.dicom.net.storage.StorageServer;
import org.mammoflow.dicom.net.storage.StorageStack;
import org.mammoflow.dicom.net.upper.AssociationListener;
import org.mammoflow.dicom.net.upper.AssociationPolicy;

/** The stack on dcm4che-net, chosen by {@code mammoflow.dicom.stack=dcm4che}. */
public final class Dcm4cheStack implements StorageStack {

    @Override
    public String name() {
        return "dcm4che";
    }

    @Override
    public String title() {
        return "dcm4che "
                + Optional.ofNullable(Device.class.getPackage().getImplementationVersion())
                        .orElse("of unknown version");
    }

    @Override
    public StorageServer open(
            StorageScpConfig config,
            AssociationPolicy policy,
            StorageApplication application,
            AssociationListener listener)
            throws IOException {
        return Dcm4cheScp.open(config, policy, application, listener);
    }

    @Override
    public StorageClient connect(ScuConfig config) throws IOException {
        return Dcm4cheScu.connect(config);
    }

    @Override
    public void deliver(CommitmentReport report, Peer requester) throws IOException {
        try (Caller caller = new Caller(requester)) {
            new ReportDelivery(caller).deliver(report);
        }
    }
}
