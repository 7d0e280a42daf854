package org.mammoflow.dicom.dcm4che;

import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocket;
import org.dcm4che3.net.Connection;
import org.dcm4che3.net.Connection.Protocol;
import org.dcm4che3.net.TCPProtocolHandler;

/**
 * Ends the TLS handshake before dcm4che sees the connection. Left to itself, dcm4che shakes hands while it reads the first PDU, and who
 * was refused, and why, is told to its log only.
 */
final class Handshakes implements TCPProtocolHandler {

    private static final Handshakes INSTANCE = new Handshakes(Connection.unregisterTCPProtocolHandler(Protocol.DICOM));

    /** dcm4che's own, which makes associations of connections. */
    private final TCPProtocolHandler associations;

    private Handshakes(TCPProtocolHandler associations) {
        this.associations = associations;
    }

    /** dcm4che has one handler for all devices of a process; other devices than ours get what they had. */
    static void watch() {
        Connection.registerTCPProtocolHandler(Protocol.DICOM, INSTANCE);
    }

    @Override
    public void onAccept(Connection connection, Socket socket) throws IOException {
        if (socket instanceof SSLSocket secure && connection.getDevice() instanceof OneDevice device) {
            device.execute(() -> shakeHands(device, connection, secure));
        } else {
            associations.onAccept(connection, socket);
        }
    }

    private void shakeHands(OneDevice device, Connection connection, SSLSocket socket) {
        ScheduledFuture<?> late =
                device.schedule(() -> connection.close(socket), connection.getRequestTimeout(), TimeUnit.MILLISECONDS);
        try {
            // The deadline is for all of it; this one also holds when the timers have been stopped.
            socket.setSoTimeout(connection.getRequestTimeout());
            socket.startHandshake();
            socket.setSoTimeout(0);
            device.arrivals().shookHands(socket);
            associations.onAccept(connection, socket);
        } catch (IOException e) {
            device.arrivals().shookNoHands(socket, e);
            connection.close(socket);
        } finally {
            late.cancel(false);
        }
    }
}
