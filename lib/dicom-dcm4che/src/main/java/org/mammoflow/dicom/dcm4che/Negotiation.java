package org.mammoflow.dicom.dcm4che;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.dcm4che3.net.Association;
import org.dcm4che3.net.AssociationHandler;
import org.dcm4che3.net.pdu.AAbort;
import org.dcm4che3.net.pdu.AAssociateAC;
import org.dcm4che3.net.pdu.AAssociateRJ;
import org.dcm4che3.net.pdu.AAssociateRQ;
import org.dcm4che3.net.pdu.PresentationContext;
import org.mammoflow.dicom.data.Uid;
import org.mammoflow.dicom.net.upper.AcceptorConfig;
import org.mammoflow.dicom.net.upper.Admissions;
import org.mammoflow.dicom.net.upper.AeTitles;
import org.mammoflow.dicom.net.upper.AssociationInfo;
import org.mammoflow.dicom.net.upper.AssociationListener;
import org.mammoflow.dicom.net.upper.AssociationPolicy;

/** Decides about each A-ASSOCIATE-RQ as the contract says, and tells the listener what becomes of it. */
final class Negotiation extends AssociationHandler {

    private final AcceptorConfig config;
    private final AssociationPolicy policy;
    private final AssociationListener listener;
    private final Arrivals arrivals;
    private final Admissions admissions;

    Negotiation(AcceptorConfig config, AssociationPolicy policy, AssociationListener listener, Arrivals arrivals) {
        this.config = config;
        this.policy = policy;
        this.listener = listener;
        this.arrivals = arrivals;
        this.admissions = new Admissions(config.limits());
    }

    static AssociationInfo info(Association association) {
        return new AssociationInfo(
                association.getSerialNo(),
                association.getAAssociateRQ().getCallingAET(),
                association.getAAssociateRQ().getCalledAET(),
                (InetSocketAddress) association.getSocket().getRemoteSocketAddress(),
                association.getConnection().isTls());
    }

    @Override
    protected AAssociateAC negotiate(Association association, AAssociateRQ request) throws IOException {
        arrivals.associating(association.getSocket());
        try {
            // A data set that stalls: dcm4che itself has no deadline for it.
            association
                    .getSocket()
                    .setSoTimeout(Dcm4cheScp.millis(config.deadlines().progress()));
            requireWellFormed(request);
            AAssociateAC accepted = super.negotiate(association, request);
            AssociationInfo info = info(association);
            require(AeTitles.isAcceptable(info.callingAeTitle()), 1, 1, 3);
            askPolicy(info);
            Optional<Admissions.Slot> slot = admissions.enter(
                    info, verificationOnly(request), () -> association.getDevice().execute(association::abort));
            require(slot.isPresent(), 2, 3, 2);
            listener.opened(info);
            association.addAssociationListener(ended -> ended(ended, info, slot.get()));
            return accepted;
        } catch (AAssociateRJ rejection) {
            listener.rejected(info(association), rejection.getResult(), rejection.getSource(), rejection.getReason());
            throw rejection;
        }
    }

    /** dcm4che takes whatever context ids come. */
    private static void requireWellFormed(AAssociateRQ request) throws AAbort {
        boolean wellFormed = !request.getPresentationContexts().isEmpty()
                && request.getPresentationContexts().stream().allMatch(Negotiation::isWellFormed);
        if (!wellFormed) {
            throw new AAbort(AAbort.UL_SERIVE_PROVIDER, AAbort.INVALID_PDU_PARAMETER_VALUE);
        }
    }

    private static boolean isWellFormed(PresentationContext context) {
        return context.getPCID() % 2 != 0
                && context.getAbstractSyntax() != null
                && !context.getAbstractSyntax().isEmpty()
                && context.getTransferSyntaxes().length > 0;
    }

    private static boolean verificationOnly(AAssociateRQ request) {
        return request.getPresentationContexts().stream()
                .allMatch(context -> Uid.VERIFICATION.equals(context.getAbstractSyntax()));
    }

    private void askPolicy(AssociationInfo info) throws AAssociateRJ {
        AssociationPolicy.Admission admission;
        try {
            admission = policy.admit(info);
        } catch (RuntimeException undecided) {
            throw new AAssociateRJ(2, 3, 1);
        }
        if (admission instanceof AssociationPolicy.Rejected no) {
            throw new AAssociateRJ(no.result(), no.source(), no.reason());
        }
    }

    private static void require(boolean condition, int result, int source, int reason) throws AAssociateRJ {
        if (!condition) {
            throw new AAssociateRJ(result, source, reason);
        }
    }

    private void ended(Association association, AssociationInfo info, Admissions.Slot slot) {
        admissions.leave(slot);
        IOException fault = association.getException();
        if (fault == null) {
            listener.released(info);
        } else {
            listener.aborted(info, String.valueOf(fault.getMessage()));
        }
    }
}
