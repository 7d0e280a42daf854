package org.mammoflow.cli.sending;

import java.io.IOException;
import java.util.Map;
import org.mammoflow.cli.CannotContinue;
import org.mammoflow.dicom.net.dimse.Response;
import org.mammoflow.dicom.net.storage.ScuConfig;
import org.mammoflow.dicom.net.storage.StorageScu;

/** Verification (PS3.4 Annex A). */
public final class Echo {
    private Echo() {}

    /**
     * Opens an association and sends C-ECHO.
     *
     * @return how long the answer took
     * @throws CannotContinue when there was none, or another than Success
     */
    public static long milliseconds(Destination destination) {
        try (StorageScu scu = Sender.connected(destination, ScuConfig.of(destination.peer(), Map.of()))) {
            long began = System.nanoTime();
            Response response = scu.echo();
            if (response.status() != 0) {
                throw new CannotContinue(
                        "%s answered C-ECHO with status 0x%04X".formatted(destination, response.status()));
            }
            return (System.nanoTime() - began) / 1_000_000;
        } catch (IOException e) {
            throw new CannotContinue(destination + " did not answer C-ECHO: " + e.getMessage(), e);
        }
    }
}
