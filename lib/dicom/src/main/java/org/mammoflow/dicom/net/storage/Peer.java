package org.mammoflow.dicom.net.storage;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.mammoflow.dicom.net.upper.AssociationRequest;
import org.mammoflow.dicom.net.upper.Deadlines;
import org.mammoflow.dicom.net.upper.ProposedContext;
import org.mammoflow.dicom.net.upper.RoleSelection;

/**
 * A DICOM application that we call.
 *
 * @param tls present when it listens for TLS
 */
public record Peer(
        InetSocketAddress address,
        String calledAeTitle,
        String callingAeTitle,
        Optional<SSLContext> tls,
        Deadlines deadlines) {

    private static final int MAXIMUM_LENGTH = 64 * 1024;

    public static Peer of(String host, int port, String calledAeTitle, String callingAeTitle) {
        return new Peer(
                new InetSocketAddress(host, port), calledAeTitle, callingAeTitle, Optional.empty(), Deadlines.DEFAULT);
    }

    public Peer withTls(SSLContext context) {
        return new Peer(address, calledAeTitle, callingAeTitle, Optional.of(context), deadlines);
    }

    public Peer withDeadlines(Deadlines newDeadlines) {
        return new Peer(address, calledAeTitle, callingAeTitle, tls, newDeadlines);
    }

    AssociationRequest request(List<ProposedContext> contexts, List<RoleSelection> roles) {
        return new AssociationRequest(
                address, tls, calledAeTitle, callingAeTitle, contexts, roles, MAXIMUM_LENGTH, deadlines);
    }
}
