package org.mammoflow.dicom.net.upper;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.mammoflow.dicom.data.Uid;

/**
 * What a requestor asks for.
 *
 * @param tls present for a peer's TLS port
 * @param maximumLength the longest P-DATA-TF variable field that we receive
 */
public record AssociationRequest(
        InetSocketAddress peer,
        Optional<SSLContext> tls,
        String calledAeTitle,
        String callingAeTitle,
        List<ProposedContext> contexts,
        List<RoleSelection> roles,
        int maximumLength,
        Deadlines deadlines) {

    public AssociationRequest {
        contexts = List.copyOf(contexts);
        roles = List.copyOf(roles);
    }

    AssociateRq toPdu() {
        return new AssociateRq(
                1,
                calledAeTitle,
                callingAeTitle,
                Uid.DICOM_APPLICATION_CONTEXT,
                contexts,
                UserInformation.of(maximumLength).withRoles(roles));
    }
}
