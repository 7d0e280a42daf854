package org.mammoflow.cli.sending;

import org.mammoflow.dicom.net.storage.Peer;
import picocli.CommandLine.Option;

/** Where to send: the options that demo, send and echo share. */
public final class Destination {
    @Option(
            names = "--host",
            defaultValue = "127.0.0.1",
            description = "host that listens for DICOM (default: ${DEFAULT-VALUE})")
    private String host;

    @Option(
            names = "--port",
            defaultValue = "${env:MAMMOFLOW_DICOM_PORT:-11112}",
            description = "its port (default: ${DEFAULT-VALUE})")
    private int port;

    @Option(
            names = "--called-ae",
            defaultValue = "${env:MAMMOFLOW_AE_TITLE:-MAMMOFLOW}",
            description = "its AE title (default: ${DEFAULT-VALUE})")
    private String called;

    @Option(names = "--calling-ae", defaultValue = "PHANTOM", description = "our AE title (default: ${DEFAULT-VALUE})")
    private String calling;

    Peer peer() {
        return Peer.of(host, port, called, calling);
    }

    @Override
    public String toString() {
        return called + " at " + host + ":" + port;
    }
}
