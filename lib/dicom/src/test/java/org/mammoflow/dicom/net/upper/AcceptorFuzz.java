package org.mammoflow.dicom.net.upper;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mammoflow.dicom.net.dimse.DimseChannel;
import org.mammoflow.dicom.net.dimse.Message;

/** The input is all that a caller ever sends: an association, its messages, its end. */
public final class AcceptorFuzz {

    private static final OfferedServices SERVICES = new OfferedServices(
            Map.of(
                    PduBytes.MAMMOGRAM, List.of(PduBytes.EXPLICIT),
                    PduBytes.VERIFICATION, List.of(PduBytes.IMPLICIT)),
            extension -> Optional.empty());

    private static final ByteBuffer INPUT = ByteBuffer.allocate(80 * 1024);
    private static final ByteBuffer SINK = ByteBuffer.allocate(4096);

    private AcceptorFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        Transport transport = new Caller(ByteBuffer.wrap(input));
        PduConnection connection = new PduConnection(
                transport,
                new Deadline(transport),
                new PduInput(transport, INPUT.clear(), 16 * 1024),
                new PduOutput(transport, ByteBuffer.allocate(512)));
        connection.on(Event.TRANSPORT_INDICATED);
        Event event = connection.first(Deadlines.DEFAULT);
        if (event != Event.ASSOCIATE_RQ_RECEIVED) {
            connection.on(event);
            return;
        }
        try {
            AssociateCodec.checkContexts(connection.request());
            serve(connection);
        } catch (IOException refused) {
            // A malformed PDU or an abort: the two ends that an attack may have.
        }
    }

    private static void serve(PduConnection connection) throws IOException {
        AssociateRq request = connection.request();
        List<ContextResult> results = SERVICES.answer(request.contexts());
        connection.on(Event.ASSOCIATE_RQ_RECEIVED);
        connection.on(Event.ASSOCIATE_RESPONSE_ACCEPT);
        connection.send(AssociateCodec.encode(new AssociateAc(
                request.calledAeTitle(),
                request.callingAeTitle(),
                results,
                SERVICES.answer(request.user(), 16 * 1024))));
        AssociationInfo info =
                new AssociationInfo(1, "FUZZ", "FUZZ", connection.transport().remote(), false);
        DimseChannel channel = new DimseChannel(new Association(
                connection, info, OfferedServices.accepted(request.contexts(), results), Deadlines.DEFAULT, () -> {}));
        Optional<Message> message = channel.receive();
        while (message.isPresent()) {
            while (message.get().dataSet().read(SINK.clear()) >= 0) {
                // A handler reads it to its end.
            }
            message = channel.receive();
        }
    }

    /** A caller without a network. */
    private record Caller(ByteBuffer bytes) implements Transport {

        @Override
        public void open() {
            // Nothing comes before the first PDU.
        }

        @Override
        public int read(ByteBuffer target) {
            if (!bytes.hasRemaining()) {
                return -1;
            }
            int count = Math.min(target.remaining(), bytes.remaining());
            target.put(bytes.slice(bytes.position(), count));
            bytes.position(bytes.position() + count);
            return count;
        }

        @Override
        public long read(ByteBuffer target, ByteBuffer spill) {
            return read(target);
        }

        @Override
        public void write(ByteBuffer source) {
            source.position(source.limit());
        }

        @Override
        public void shutdownInput() {
            bytes.position(bytes.limit());
        }

        @Override
        public void shutdownOutput() {
            // The caller does not listen.
        }

        @Override
        public void close() {
            bytes.position(bytes.limit());
        }

        @Override
        public InetSocketAddress remote() {
            return new InetSocketAddress(InetAddress.getLoopbackAddress(), 104);
        }

        @Override
        public boolean secure() {
            return false;
        }
    }
}
