package org.mammoflow.dicom.net.storage;

/** What the application relies on, whichever stack answers, part by part. A stack's test class implements this one. */
public interface StorageContract
        extends AssociationContract, TlsContract, StorageScpContract, StorageScuContract, CommitmentContract {}
