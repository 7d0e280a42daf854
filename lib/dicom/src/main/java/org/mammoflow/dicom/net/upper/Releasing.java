package org.mammoflow.dicom.net.upper;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Waits for the A-RELEASE-RP to our A-RELEASE-RQ, through late P-DATA and release collisions (PS3.8 7.2.2). */
final class Releasing {

    private final PduConnection connection;

    Releasing(PduConnection connection) {
        this.connection = connection;
    }

    void await() throws IOException {
        while (connection.state() == State.STA7 || connection.state() == State.STA11) {
            Event event = connection.next();
            Action action =
                    StateTable.cell(connection.state(), event).orElseThrow().action();
            switch (action) {
                case AR_3 -> connection.on(event);
                case AR_6 -> {
                    connection.on(event);
                    skipPdvs();
                }
                case AR_8 -> {
                    connection.on(event);
                    connection.on(Event.RELEASE_RESPONSE);
                    connection.send(Association.releasePdu(PduType.RELEASE_RP));
                }
                default -> throw new Broken(event);
            }
        }
    }

    private void skipPdvs() throws IOException {
        ByteBuffer sink = ByteBuffer.allocate(4096);
        while (connection.input().hasMorePdvs()) {
            connection.input().nextPdv();
            while (connection.input().read(sink.clear()) >= 0) {
                // A message that arrives after our release request has no receiver any more.
            }
        }
    }

    /** The release did not come to its end because of this event. */
    static final class Broken extends IOException {

        private final transient Event event;

        Broken(Event event) {
            super("release interrupted");
            this.event = event;
        }

        Event event() {
            return event;
        }
    }
}
