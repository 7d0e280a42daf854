package org.mammoflow.dicom.dcm4che;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.dcm4che3.net.Connection;
import org.dcm4che3.net.ConnectionMonitor;
import org.mammoflow.dicom.net.upper.AssociationListener;
import org.mammoflow.dicom.net.upper.ClientCertificates;

/**
 * Connections that are no associations yet. dcm4che tells of their beginning; of their end it tells nobody but its log, so the sockets
 * are looked at whenever one of its tasks has ended.
 */
final class Arrivals implements ConnectionMonitor {

    private final AssociationListener listener;
    private final boolean wantsCertificates;
    private final Set<Socket> waiting = ConcurrentHashMap.newKeySet();

    Arrivals(AssociationListener listener, Optional<ClientCertificates> clientCertificates) {
        this.listener = listener;
        this.wantsCertificates = clientCertificates.equals(Optional.of(ClientCertificates.WANTED));
    }

    @Override
    public void onConnectionAccepted(Connection connection, Socket socket) {
        if (!(socket instanceof SSLSocket secure)) {
            waiting.add(socket);
        } else if (wantsCertificates) {
            secure.setWantClientAuth(true);
        }
    }

    void shookHands(SSLSocket socket) {
        waiting.add(socket);
    }

    void shookNoHands(SSLSocket socket, IOException cause) {
        InetSocketAddress remote = (InetSocketAddress) socket.getRemoteSocketAddress();
        String reason = "no TLS connection: " + cause.getMessage();
        if (cause instanceof SSLException && !isEnd(cause.getCause())) {
            listener.handshakeRefused(remote, reason);
        } else {
            listener.failed(remote, true, reason);
        }
    }

    /** Who hung up or said nothing was not refused. */
    private static boolean isEnd(Throwable cause) {
        return cause instanceof EOFException
                || cause instanceof SocketException
                || cause instanceof SocketTimeoutException;
    }

    /** Its A-ASSOCIATE-RQ is there. */
    void associating(Socket socket) {
        waiting.remove(socket);
    }

    void look() {
        for (Socket socket : waiting) {
            if (socket.isClosed() && waiting.remove(socket)) {
                InetSocketAddress remote = (InetSocketAddress) socket.getRemoteSocketAddress();
                listener.failed(remote, socket instanceof SSLSocket, "ended while awaiting A-ASSOCIATE-RQ");
            }
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
