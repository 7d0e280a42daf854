package org.mammoflow.server;

import java.io.PrintStream;

/** The answer to {@code ./mammoflow status} about a server that runs. */
record Status(RunningServer server, PrintStream out) {

    /** Exit status: 0 ready, 1 running but not ready. */
    int report() {
        Readiness readiness = Readiness.ask(server.readiness());
        out.printf("Running (process %s), %s.%n", server.properties().getProperty("pid"), word(readiness));
        out.printf(
                "  Worklist     %s%n  DICOM        %s%n  Data folder  %s%n",
                server.worklist(), server.dicomAddress(), server.home());
        if (!server.dicomTls().isEmpty()) {
            out.printf("  DICOM TLS    %s%n", server.dicomTls());
        }
        if (readiness.acceptsAnyCaller()) {
            out.println("  ! Images are taken from ANY caller until the first modality is entered on the admin page.");
        }
        return readiness.ready() ? 0 : 1;
    }

    private static String word(Readiness readiness) {
        return readiness.ready() ? "ready" : readiness.complaint();
    }
}
