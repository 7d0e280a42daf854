package org.mammoflow.dicom.net.storage;

import java.util.List;
import java.util.Map;
import org.mammoflow.dicom.net.upper.AcceptorConfig;

/**
 * How a storage SCP is opened.
 *
 * @param acceptor ports, AE title, deadlines and limits
 * @param transferSyntaxes for every accepted storage SOP class the transfer syntaxes, the preferred one first;
 *     Verification is always accepted besides
 */
public record StorageScpConfig(AcceptorConfig acceptor, Map<String, List<String>> transferSyntaxes) {

    public StorageScpConfig {
        transferSyntaxes = Map.copyOf(transferSyntaxes);
    }

    /** The SOP classes and transfer syntaxes of {@link MammographyStorage}. */
    public static StorageScpConfig mammography(AcceptorConfig acceptor) {
        return new StorageScpConfig(acceptor, MammographyStorage.transferSyntaxes());
    }
}
