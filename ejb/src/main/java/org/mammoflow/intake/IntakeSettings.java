package org.mammoflow.intake;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.mammoflow.dicom.net.storage.StoreResponse;
import org.mammoflow.platform.Setting;

/**
 * @param bindAddress the address that the DICOM port listens on
 * @param port the DICOM port; 0 takes a free one
 * @param aeTitle the title that callers must name as called AE
 * @param acceptUnknownUntilFirstModality whether anybody may send while no modality has been entered
 * @param conflictStatus the answer to another object under a known SOP Instance UID
 * @param tls a second port, for DICOM over TLS
 */
public record IntakeSettings(
        String bindAddress,
        int port,
        String aeTitle,
        boolean acceptUnknownUntilFirstModality,
        int conflictStatus,
        Optional<TlsSettings> tls) {

    @Dependent
    static class Reader {

        @Produces
        @Singleton
        static IntakeSettings read() {
            return new IntakeSettings(
                    Setting.text("mammoflow.dicom.bind", "127.0.0.1"),
                    (int) Setting.number("mammoflow.dicom.port", 11112, 0, 65535),
                    Setting.text("mammoflow.dicom.ae-title", "MAMMOFLOW"),
                    Setting.yesOrNo("mammoflow.dicom.accept-unknown-callers", true),
                    (int) Setting.number(
                            "mammoflow.dicom.conflict-status", StoreResponse.DUPLICATE_SOP_INSTANCE, 1, 0xFFFF),
                    TlsSettings.read());
        }
    }
}
