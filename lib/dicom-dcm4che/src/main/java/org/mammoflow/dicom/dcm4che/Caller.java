package org.mammoflow.dicom.dcm4che;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import org.dcm4che3.net.ApplicationEntity;
import org.dcm4che3.net.Association;
import org.dcm4che3.net.Connection;
import org.dcm4che3.net.IncompatibleConnectionException;
import org.dcm4che3.net.pdu.AAssociateRQ;
import org.dcm4che3.net.pdu.PresentationContext;
import org.mammoflow.dicom.net.storage.Peer;
import org.mammoflow.dicom.net.upper.DicomThreads;
import org.mammoflow.dicom.net.upper.TlsProfile;

/** Opens associations to one peer. */
final class Caller implements AutoCloseable {

    private final Peer peer;
    private final OneDevice device;
    private final ApplicationEntity entity;
    private final Connection local;
    private final Connection remote;

    Caller(Peer peer) {
        this.peer = peer;
        this.device = new OneDevice(peer.tls(), DicomThreads.INSTANCE);
        this.entity = new ApplicationEntity(peer.callingAeTitle());
        this.local = connection(new Connection());
        this.remote = connection(new Connection(
                null, peer.address().getHostString(), peer.address().getPort()));
        device.addApplicationEntity(entity);
        device.addConnection(local);
        entity.addConnection(local);
    }

    private Connection connection(Connection connection) {
        int patience = Dcm4cheScp.millis(peer.deadlines().request());
        connection.setConnectTimeout(patience);
        connection.setAcceptTimeout(patience);
        connection.setReleaseTimeout(patience);
        connection.setResponseTimeout(patience);
        connection.setSendTimeout(Dcm4cheScp.millis(peer.deadlines().progress()));
        connection.setStoreTimeout(Connection.NO_TIMEOUT);
        connection.setSendPDULength(256 * 1024);
        connection.setReceivePDULength(64 * 1024);
        if (peer.tls().isPresent()) {
            connection.setTlsProtocols(TlsProfile.protocols());
            connection.setTlsCipherSuites(TlsProfile.cipherSuites());
        }
        return connection;
    }

    void answersWithin(java.time.Duration time) {
        local.setResponseTimeout(Dcm4cheScp.millis(time));
    }

    /** A request for these SOP classes; each list of transfer syntaxes makes a presentation context. */
    AAssociateRQ request(Map<String, List<List<String>>> proposed) {
        AAssociateRQ request = new AAssociateRQ();
        request.setCalledAET(peer.calledAeTitle());
        request.setCallingAET(peer.callingAeTitle());
        int id = 1;
        for (Map.Entry<String, List<List<String>>> sopClass : proposed.entrySet()) {
            for (List<String> syntaxes : sopClass.getValue()) {
                request.addPresentationContext(
                        new PresentationContext(id, sopClass.getKey(), syntaxes.toArray(String[]::new)));
                id += 2;
            }
        }
        return request;
    }

    Association connect(AAssociateRQ request) throws IOException {
        try {
            return entity.connect(local, remote, request);
        } catch (InterruptedException e) {
            throw interrupted();
        } catch (GeneralSecurityException | IncompatibleConnectionException e) {
            throw new IOException("cannot connect to " + peer.address() + ": " + e.getMessage(), e);
        } catch (java.net.SocketException | java.net.SocketTimeoutException | java.net.UnknownHostException e) {
            throw new IOException("cannot connect to " + peer.address() + ": " + e.getMessage(), e);
        }
    }

    static void release(Association association) {
        if (association.isReadyForDataTransfer()) {
            try {
                association.release();
                association.waitForSocketClose();
            } catch (IOException gone) {
                // It has ended, which is what was wanted.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    static InterruptedIOException interrupted() {
        Thread.currentThread().interrupt();
        return new InterruptedIOException("interrupted while waiting for the peer");
    }

    @Override
    public void close() {
        device.close();
    }
}
