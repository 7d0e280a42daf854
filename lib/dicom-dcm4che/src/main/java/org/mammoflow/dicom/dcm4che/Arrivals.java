package org.mammoflow.dicom.dcm4che;

import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLSocket;
import org.dcm4che3.net.Connection;
import org.dcm4che3.net.ConnectionMonitor;
import org.mammoflow.dicom.net.upper.AssociationListener;

/**
 * Connections that are no associations yet. dcm4che tells of their beginning; of their end, a refused TLS handshake for
 * one, it tells nobody but its log, so the sockets are looked at whenever one of its tasks has ended.
 */
final class Arrivals implements ConnectionMonitor {

    /** JSSE's word for a connection without a finished handshake. */
    private static final String NO_CIPHER_SUITE = "SSL_NULL_WITH_NULL_NULL";

    private final AssociationListener listener;
    private final Set<Socket> waiting = ConcurrentHashMap.newKeySet();

    Arrivals(AssociationListener listener) {
        this.listener = listener;
    }

    @Override
    public void onConnectionAccepted(Connection connection, Socket socket) {
        waiting.add(socket);
    }

    /** Its A-ASSOCIATE-RQ is there. */
    void associating(Socket socket) {
        waiting.remove(socket);
    }

    void look() {
        for (Socket socket : waiting) {
            if (socket.isClosed() && waiting.remove(socket)) {
                tell(socket);
            }
        }
    }

    private void tell(Socket socket) {
        InetSocketAddress remote = (InetSocketAddress) socket.getRemoteSocketAddress();
        if (socket instanceof SSLSocket secure
                && secure.getSession().getCipherSuite().equals(NO_CIPHER_SUITE)) {
            listener.handshakeRefused(remote, "no TLS connection: dcm4che's log line says why");
        } else {
            listener.failed(remote, socket instanceof SSLSocket, "ended while awaiting A-ASSOCIATE-RQ");
        }
    }

    @Override
    public void onConnectionEstablished(Connection connection, Connection remote, Socket socket) {}

    @Override
    public void onConnectionFailed(Connection connection, Connection remote, Socket socket, Throwable cause) {}

    @Override
    public void onConnectionRejectedBlacklisted(Connection connection, Socket socket) {}

    @Override
    public void onConnectionRejected(Connection connection, Socket socket, Throwable cause) {}
}
