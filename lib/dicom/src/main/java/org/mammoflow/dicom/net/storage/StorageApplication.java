package org.mammoflow.dicom.net.storage;

/** What stands behind a storage SCP that also commits to what it has stored. */
public record StorageApplication(
        StorageHandler storage, CommitmentHandler commitment, CommitmentConfig commitmentConfig) {}
