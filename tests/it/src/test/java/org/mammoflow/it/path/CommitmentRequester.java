package org.mammoflow.it.path;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
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
import org.mammoflow.dicom.net.upper.AssociationRequest;
import org.mammoflow.dicom.net.upper.AssociationServer;
import org.mammoflow.dicom.net.upper.Deadlines;
import org.mammoflow.dicom.net.upper.DicomThreads;
import org.mammoflow.dicom.net.upper.OfferedServices;
import org.mammoflow.dicom.net.upper.ProposedContext;
import org.mammoflow.dicom.net.upper.Requestor;
import org.mammoflow.it.path.Mammograms.Mammogram;
import org.mammoflow.it.server.MammoflowServer;

/** A modality that asks for storage commitment, message by message. */
final class CommitmentRequester implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> SYNTAX = List.of(Uid.EXPLICIT_VR_LITTLE_ENDIAN);

    private final Requestor requestor = new Requestor(DicomThreads.INSTANCE);
    private final DimseChannel channel;

    CommitmentRequester(MammoflowServer server, String aeTitle) throws IOException {
        channel = new DimseChannel(requestor.connect(new AssociationRequest(
                new InetSocketAddress(server.dicomHost(), server.dicomPort()),
                Optional.empty(),
                server.aeTitle(),
                aeTitle,
                List.of(new ProposedContext(1, Uid.STORAGE_COMMITMENT_PUSH_MODEL, SYNTAX)),
                List.of(),
                16 * 1024,
                Deadlines.DEFAULT)));
    }

    /** Sends N-ACTION and returns the status of its response. */
    int ask(String transactionUid, String... sopInstanceUids) throws IOException {
        Attributes[] items = List.of(sopInstanceUids).stream()
                .map(uid -> new Attributes()
                        .set(Tag.ReferencedSOPClassUID, Uid.DIGITAL_MAMMOGRAPHY_X_RAY_IMAGE_STORAGE_FOR_PRESENTATION)
                        .set(Tag.ReferencedSOPInstanceUID, uid))
                .toArray(Attributes[]::new);
        byte[] information = new DataSetWriter(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN)
                .toBytes(new Attributes()
                        .set(Tag.TransactionUID, transactionUid)
                        .setItems(Tag.ReferencedSOPSequence, items));
        channel.send(
                1,
                new Request.NAction(7, Uid.STORAGE_COMMITMENT_PUSH_MODEL, Uid.STORAGE_COMMITMENT_PUSH_MODEL_INSTANCE, 1)
                        .toCommandSet(),
                Channels.newChannel(new ByteArrayInputStream(information)));
        return Response.of(channel.receive(PATIENCE, "waiting for the N-ACTION-RSP")
                        .orElseThrow()
                        .command())
                .status();
    }

    /** The report that comes on this association. */
    Attributes report() throws IOException {
        Message message =
                channel.receive(PATIENCE, "waiting for the N-EVENT-REPORT").orElseThrow();
        return take(channel, message);
    }

    private static Attributes take(DimseChannel channel, Message message) throws IOException {
        Attributes information = new DataSetReader(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, ReaderLimits.STANDARD)
                .read(message.dataSet());
        channel.send(message.context().id(), Response.success(message.command()));
        return information;
    }

    static List<String> uids(Attributes report, int sequence) {
        return report.items(sequence).stream()
                .map(item -> item.string(Tag.ReferencedSOPInstanceUID).orElse(""))
                .toList();
    }

    static String[] uids(List<Mammogram> mammograms) {
        return mammograms.stream().map(Mammogram::sopInstanceUid).toArray(String[]::new);
    }

    /** Where reports are taken on associations of their own. */
    static final class Receiver implements AutoCloseable {

        private final BlockingQueue<Attributes> reports = new LinkedBlockingQueue<>();
        private final AssociationServer server;

        Receiver(int port, String aeTitle) throws IOException {
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
                    reports.add(CommitmentRequester.take(channel, message.get()));
                } catch (AssociationAbortedException e) {
                    throw e;
                } catch (IOException e) {
                    throw channel.association().abort("unreadable report");
                }
                message = channel.receive();
            }
        }

        Attributes next() throws InterruptedException {
            return Optional.ofNullable(reports.poll(2, TimeUnit.MINUTES)).orElseThrow();
        }

        @Override
        public void close() {
            server.close();
        }
    }

    @Override
    public void close() throws IOException {
        channel.association().release();
        requestor.close();
    }
}
