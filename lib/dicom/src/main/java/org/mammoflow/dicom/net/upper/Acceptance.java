package org.mammoflow.dicom.net.upper;

import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLException;
import org.mammoflow.dicom.data.Uid;

/** One accepted connection on its thread: A-ASSOCIATE-RQ, the answer to it, the service, the end. */
final class Acceptance implements Runnable {

    static final AtomicLong IDS = new AtomicLong();

    private final AssociationServer server;
    private final Transport transport;
    private final PduConnection connection;
    private volatile Association association;

    Acceptance(AssociationServer server, Transport transport, PduConnection connection) {
        this.server = server;
        this.transport = transport;
        this.connection = connection;
    }

    @Override
    public void run() {
        try {
            connection.on(Event.TRANSPORT_INDICATED);
            if (handshake()) {
                request();
            }
        } finally {
            connection.close();
            server.ended(this);
        }
    }

    private boolean handshake() {
        connection.deadline().within(server.config().deadlines().artim());
        try {
            transport.open();
            return true;
        } catch (IOException e) {
            tell(e);
            return false;
        }
    }

    private void tell(IOException handshake) {
        boolean hungUp = handshake.getCause() instanceof EOFException;
        if (handshake instanceof SSLException && !hungUp) {
            server.listener().handshakeRefused(transport.remote(), "no TLS connection: " + handshake.getMessage());
        } else {
            failed("no TLS connection: " + handshake.getMessage());
        }
    }

    private void request() {
        Event event = connection.first(server.config().deadlines());
        if (event != Event.ASSOCIATE_RQ_RECEIVED) {
            fail(event);
            return;
        }
        AssociateRq request = connection.request();
        try {
            AssociateCodec.checkContexts(request);
            answer(request);
        } catch (MalformedPduException e) {
            fail(connection.invalid(e));
        } catch (IOException e) {
            connection.on(connection.lost(e));
            failed(connection.fault());
        }
    }

    /** The connection ends before there was an acceptable request. */
    private void fail(Event event) {
        connection.on(event);
        failed(connection.fault());
        connection.linger(server.config().deadlines().closing());
    }

    private void failed(String reason) {
        server.listener().failed(transport.remote(), transport.secure(), reason + " while awaiting A-ASSOCIATE-RQ");
    }

    private void answer(AssociateRq request) throws IOException {
        AssociationInfo info = new AssociationInfo(
                IDS.incrementAndGet(),
                request.callingAeTitle(),
                request.calledAeTitle(),
                transport.remote(),
                transport.secure());
        if ((request.protocolVersion() & 1) == 0) {
            connection.onOtherwise(Event.ASSOCIATE_RQ_RECEIVED);
            sendRejection(info, Rejection.PROTOCOL_VERSION_NOT_SUPPORTED);
            return;
        }
        connection.on(Event.ASSOCIATE_RQ_RECEIVED);
        Optional<Rejection> refusal = refusal(request, info);
        if (refusal.isPresent()) {
            reject(info, refusal.get());
        } else {
            admit(request, info);
        }
    }

    private Optional<Rejection> refusal(AssociateRq request, AssociationInfo info) {
        if (!request.applicationContext().equals(Uid.DICOM_APPLICATION_CONTEXT)) {
            return Optional.of(Rejection.APPLICATION_CONTEXT_NOT_SUPPORTED);
        }
        if (!request.calledAeTitle().equals(server.config().aeTitle())) {
            return Optional.of(Rejection.CALLED_AE_TITLE_NOT_RECOGNISED);
        }
        if (!AeTitles.isAcceptable(request.callingAeTitle())) {
            return Optional.of(Rejection.CALLING_AE_TITLE_NOT_RECOGNISED);
        }
        return server.askPolicy(info);
    }

    private void reject(AssociationInfo info, Rejection rejection) throws IOException {
        connection.on(Event.ASSOCIATE_RESPONSE_REJECT);
        sendRejection(info, rejection);
    }

    private void sendRejection(AssociationInfo info, Rejection rejection) throws IOException {
        server.listener().rejected(info, rejection.result(), rejection.source(), rejection.reason());
        connection.send(new ItemWriter()
                .zeros(1)
                .uint8(rejection.result())
                .uint8(rejection.source())
                .uint8(rejection.reason())
                .toPdu(PduType.ASSOCIATE_RJ));
        connection.linger(server.config().deadlines().closing());
    }

    private void admit(AssociateRq request, AssociationInfo info) throws IOException {
        boolean verificationOnly = request.contexts().stream()
                .allMatch(context -> context.abstractSyntax().equals(Uid.VERIFICATION));
        Optional<Admissions.Slot> slot = server.admissions().enter(info, verificationOnly, this::giveWay);
        if (slot.isEmpty()) {
            reject(info, Rejection.LOCAL_LIMIT_EXCEEDED);
            return;
        }
        server.lobby().leave(transport);
        try {
            accept(request, info);
            serve();
        } finally {
            server.admissions().leave(slot.get());
        }
    }

    private void accept(AssociateRq request, AssociationInfo info) throws IOException {
        OfferedServices services = server.services();
        List<ContextResult> results = services.answer(request.contexts());
        UserInformation user = services.answer(request.user(), server.config().maximumLength());
        connection.on(Event.ASSOCIATE_RESPONSE_ACCEPT);
        connection.output().limit(request.user().maximumLength());
        Map<Integer, AcceptedContext> contexts = OfferedServices.accepted(request.contexts(), results);
        // Before the peer knows of it, so that a server that closes now aborts what the peer takes for open.
        association =
                new Association(connection, info, contexts, server.config().deadlines(), () -> {});
        connection.send(AssociateCodec.encode(
                new AssociateAc(request.calledAeTitle(), request.callingAeTitle(), results, user)));
    }

    private void serve() {
        server.listener().opened(association.info());
        if (server.isClosed()) {
            association.retire("shutting down");
        }
        try {
            server.user().serve(association);
        } catch (AssociationAbortedException ended) {
            // Its reason is told below.
        } finally {
            if (association.isOpen()) {
                association.abort("unexpected end of the service");
            }
            if (association.ending() instanceof Ending.Aborted aborted) {
                server.listener().aborted(association.info(), aborted.reason());
            } else {
                server.listener().released(association.info());
            }
        }
    }

    /** From the thread of another caller that gets our place; until the end we are back in the lobby. */
    private void giveWay() {
        server.lobby().enter(transport);
        retire("another caller verifies");
    }

    /** From any thread: no new message after the running one. */
    void retire(String reason) {
        Association current = association;
        if (current != null) {
            current.retire(reason);
        } else {
            transport.close();
        }
    }

    Transport transport() {
        return transport;
    }

    PduConnection connection() {
        return connection;
    }
}
