package org.mammoflow.dicom.net.storage;

import java.io.IOException;
import org.mammoflow.dicom.net.upper.AssociationListener;
import org.mammoflow.dicom.net.upper.AssociationPolicy;

/** The toolkit of this module. */
final class BuiltinStack implements StorageStack {

    @Override
    public String name() {
        return BUILTIN;
    }

    @Override
    public String title() {
        return "Mammoflow's own DICOM toolkit";
    }

    @Override
    public StorageServer open(
            StorageScpConfig config,
            AssociationPolicy policy,
            StorageApplication application,
            AssociationListener listener)
            throws IOException {
        return StorageScp.open(config, policy, application, listener);
    }

    @Override
    public StorageClient connect(ScuConfig config) throws IOException {
        return StorageScu.connect(config);
    }

    @Override
    public void deliver(CommitmentReport report, Peer requester) throws IOException {
        CommitmentDelivery.deliver(report, requester);
    }
}
