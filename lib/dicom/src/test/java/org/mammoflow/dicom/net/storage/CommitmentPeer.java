package org.mammoflow.dicom.net.storage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.mammoflow.dicom.data.Attributes;
import org.mammoflow.dicom.data.DataSetReader;
import org.mammoflow.dicom.data.DataSetWriter;
import org.mammoflow.dicom.data.ReaderLimits;
import org.mammoflow.dicom.data.Tag;
import org.mammoflow.dicom.data.TransferSyntax;
import org.mammoflow.dicom.data.Uid;
import org.mammoflow.dicom.net.dimse.DimseChannel;
import org.mammoflow.dicom.net.dimse.Message;
import org.mammoflow.dicom.net.dimse.Request;
import org.mammoflow.dicom.net.dimse.Response;
import org.mammoflow.dicom.net.upper.AcceptorConfig;
import org.mammoflow.dicom.net.upper.AssociationAbortedException;
import org.mammoflow.dicom.net.upper.AssociationListener;
import org.mammoflow.dicom.net.upper.AssociationPolicy;
import org.mammoflow.dicom.net.upper.AssociationServer;
import org.mammoflow.dicom.net.upper.DicomThreads;
import org.mammoflow.dicom.net.upper.OfferedServices;
import org.mammoflow.dicom.net.upper.ProposedContext;
import org.mammoflow.dicom.net.upper.Requestor;

/** A modality that asks for storage commitment, message by message. */
public final class CommitmentPeer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> SYNTAX = List.of(Uid.EXPLICIT_VR_LITTLE_ENDIAN);

    private final Requestor requestor = new Requestor(DicomThreads.INSTANCE);
    private final DimseChannel channel;

    /** Associated with this SCP. */
    public CommitmentPeer(Peer scp) throws IOException {
        channel = new DimseChannel(requestor.connect(
                scp.request(List.of(new ProposedContext(1, Uid.STORAGE_COMMITMENT_PUSH_MODEL, SYNTAX)), List.of())));
    }

    /** The action information that asks for these mammograms. */
    public static Attributes information(String transactionUid, String... sopInstanceUids) {
        Attributes[] items = List.of(sopInstanceUids).stream()
                .map(uid -> new Attributes()
                        .set(Tag.ReferencedSOPClassUID, Uid.DIGITAL_MAMMOGRAPHY_X_RAY_IMAGE_STORAGE_FOR_PRESENTATION)
                        .set(Tag.ReferencedSOPInstanceUID, uid))
                .toArray(Attributes[]::new);
        return new Attributes().set(Tag.TransactionUID, transactionUid).setItems(Tag.ReferencedSOPSequence, items);
    }

    /** Sends N-ACTION-RQ and waits for its response. */
    public Response ask(Attributes information) throws IOException {
        byte[] encoded = new DataSetWriter(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN).toBytes(information);
        channel.send(
                1,
                new Request.NAction(7, Uid.STORAGE_COMMITMENT_PUSH_MODEL, Uid.STORAGE_COMMITMENT_PUSH_MODEL_INSTANCE, 1)
                        .toCommandSet(),
                Channels.newChannel(new ByteArrayInputStream(encoded)));
        return Response.of(channel.receive(PATIENCE, "waiting for the N-ACTION-RSP")
                .orElseThrow()
                .command());
    }

    /** The report that comes on this association, answered with Success. */
    public Attributes report() throws IOException {
        return answer(channel, nextReport());
    }

    Message nextReport() throws IOException {
        return channel.receive(PATIENCE, "waiting for the N-EVENT-REPORT").orElseThrow();
    }

    DimseChannel channel() {
        return channel;
    }

    static Attributes read(Message message) throws IOException {
        return new DataSetReader(
                        TransferSyntax.of(message.context().transferSyntax()).orElseThrow(), ReaderLimits.STANDARD)
                .read(message.dataSet());
    }

    private static Attributes answer(DimseChannel channel, Message message) throws IOException {
        Attributes information = read(message);
        channel.send(message.context().id(), Response.success(message.command()));
        return information;
    }

    @Override
    public void close() throws IOException {
        if (channel.association().isOpen()) {
            channel.association().release();
        }
        requestor.close();
    }

    /** Where reports are taken that come on associations of their own. */
    public static final class Receiver implements AutoCloseable {

        private final String aeTitle;
        private final BlockingQueue<Attributes> reports = new LinkedBlockingQueue<>();
        private final AssociationServer server;

        /**
         * @param port 0 for any free one
         */
        public Receiver(int port, String aeTitle) throws IOException {
            this.aeTitle = aeTitle;
            server = AssociationServer.open(
                    AcceptorConfig.of(aeTitle).withPort(port),
                    new OfferedServices(
                            Map.of(Uid.STORAGE_COMMITMENT_PUSH_MODEL, SYNTAX), extension -> Optional.empty()),
                    caller -> new AssociationPolicy.Admitted(),
                    new AssociationListener() {},
                    association -> take(new DimseChannel(association)));
        }

        private void take(DimseChannel channel) throws AssociationAbortedException {
            Optional<Message> message = channel.receive();
            while (message.isPresent()) {
                try {
                    reports.add(answer(channel, message.get()));
                } catch (AssociationAbortedException e) {
                    throw e;
                } catch (IOException e) {
                    throw channel.association().abort("unreadable report");
                }
                message = channel.receive();
            }
        }

        public Peer peer() {
            return Peer.of("localhost", server.port(), aeTitle, RunningScp.AE_TITLE);
        }

        /** The next report that arrives, or has arrived. */
        public Attributes next() throws InterruptedException {
            return Optional.ofNullable(reports.poll(2, TimeUnit.MINUTES)).orElseThrow();
        }

        @Override
        public void close() {
            server.close();
        }
    }
}
