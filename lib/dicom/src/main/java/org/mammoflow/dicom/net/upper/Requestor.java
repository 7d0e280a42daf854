package org.mammoflow.dicom.net.upper;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Map;
import java.util.concurrent.ThreadFactory;

/** Opens associations with peers. */
public final class Requestor implements AutoCloseable {

    /** As long as the longest PDU that is sent; peers commonly receive 16 kB to 128 kB. */
    private static final int OUTPUT_BUFFER = 256 * 1024;

    private static final int INPUT_BUFFER = 80 * 1024;

    private final Watchdog watchdog;
    private final BufferPool inputs = new BufferPool(INPUT_BUFFER);
    private final BufferPool outputs = new BufferPool(OUTPUT_BUFFER);

    /** @param threads gives one thread, for the deadlines */
    public Requestor(ThreadFactory threads) {
        this.watchdog = new Watchdog(threads);
    }

    /**
     * Opens an association.
     *
     * @throws AssociationRejectedException when the peer refuses it
     * @throws IOException when the peer cannot be reached or does not speak DICOM
     */
    public Association connect(AssociationRequest request) throws IOException {
        Transport transport = transport(request);
        Deadline deadline = watchdog.watch(transport);
        ByteBuffer in = inputs.take();
        ByteBuffer out = outputs.take();
        Runnable atEnd = () -> {
            watchdog.forget(deadline);
            inputs.giveBack(in);
            outputs.giveBack(out);
        };
        PduConnection connection = new PduConnection(
                transport,
                deadline,
                new PduInput(transport, in, request.maximumLength()),
                new PduOutput(transport, out));
        boolean open = false;
        try {
            Association association = establish(request, connection, atEnd);
            open = true;
            return association;
        } finally {
            if (!open) {
                connection.close();
                atEnd.run();
            }
        }
    }

    private static Transport transport(AssociationRequest request) throws IOException {
        InetSocketAddress peer = request.peer();
        SocketChannel channel = SocketChannel.open();
        try {
            channel.socket().connect(peer, (int) request.deadlines().artim().toMillis());
            PlainTransport tcp = new PlainTransport(channel);
            return request.tls().isPresent()
                    ? TlsProfile.client(tcp, request.tls().get())
                    : tcp;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw new IOException("cannot connect to " + peer + ": " + e.getMessage(), e);
        }
    }

    private static Association establish(AssociationRequest request, PduConnection connection, Runnable atEnd)
            throws IOException {
        connection.on(Event.ASSOCIATE_REQUEST);
        connection.deadline().within(request.deadlines().request());
        connection.transport().open();
        connection.on(Event.TRANSPORT_CONFIRMED);
        connection.send(AssociateCodec.encode(request.toPdu()));
        Event event = connection.next();
        Action action = connection.on(event);
        connection.deadline().relax();
        return switch (action) {
            case AE_3 -> association(request, connection, atEnd);
            case AE_4 -> throw new AssociationRejectedException(name(request), connection.rejection());
            default ->
                throw new AssociationAbortedException(
                        connection.fault() + " while establishing an association with " + name(request));
        };
    }

    private static String name(AssociationRequest request) {
        return request.calledAeTitle() + " at " + request.peer();
    }

    private static Association association(AssociationRequest request, PduConnection connection, Runnable atEnd) {
        AssociateAc acceptance = connection.acceptance();
        connection.output().limit(acceptance.user().maximumLength());
        Map<Integer, AcceptedContext> contexts = OfferedServices.accepted(request.contexts(), acceptance.contexts());
        AssociationInfo info = new AssociationInfo(
                Acceptance.IDS.incrementAndGet(),
                request.callingAeTitle(),
                request.calledAeTitle(),
                connection.transport().remote(),
                connection.transport().secure());
        return new Association(connection, info, contexts, request.deadlines(), atEnd);
    }

    @Override
    public void close() {
        watchdog.close();
    }
}
