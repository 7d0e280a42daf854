package org.mammoflow.dicom.net.storage;

import java.util.Optional;

/**
 * What stands behind a storage SCP.
 *
 * @param commitment present when the SCP also commits to what it has stored
 */
public record StorageApplication(StorageHandler storage, Optional<CommitmentHandler> commitment) {

    public static StorageApplication of(StorageHandler storage) {
        return new StorageApplication(storage, Optional.empty());
    }

    public static StorageApplication of(StorageHandler storage, CommitmentHandler commitment) {
        return new StorageApplication(storage, Optional.of(commitment));
    }
}
