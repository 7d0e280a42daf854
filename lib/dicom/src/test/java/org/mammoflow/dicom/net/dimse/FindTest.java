package org.mammoflow.dicom.net.dimse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mammoflow.dicom.data.Attributes;
import org.mammoflow.dicom.data.DataSetReader;
import org.mammoflow.dicom.data.DataSetWriter;
import org.mammoflow.dicom.data.ReaderLimits;
import org.mammoflow.dicom.data.Tag;
import org.mammoflow.dicom.data.TransferSyntax;
import org.mammoflow.dicom.net.upper.AcceptorConfig;
import org.mammoflow.dicom.net.upper.Association;
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

/** C-FIND, message by message (PS3.7 9.1.2): matches one by one as they are pending, then the end; or a C-CANCEL. */
class FindTest {

    private static final String WORKLIST = "1.2.840.10008.5.1.4.31";
    private static final TransferSyntax SYNTAX = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int CANCELLED = 0xFE00;

    private final Requestor requestor = new Requestor(DicomThreads.INSTANCE);
    private AssociationServer scp;
    private DimseChannel scu;

    @BeforeEach
    void associate() throws IOException {
        scp = AssociationServer.open(
                AcceptorConfig.of("SCP").withBind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)),
                new OfferedServices(Map.of(WORKLIST, List.of(SYNTAX.uid())), extension -> Optional.empty()),
                caller -> new AssociationPolicy.Admitted(),
                new AssociationListener() {},
                FindTest::serve);
        scu = new DimseChannel(requestor.connect(new AssociationRequest(
                new InetSocketAddress("localhost", scp.port()),
                Optional.empty(),
                "SCP",
                "SCU",
                List.of(new ProposedContext(1, WORKLIST, List.of(SYNTAX.uid()))),
                List.of(),
                16 * 1024,
                Deadlines.DEFAULT)));
    }

    @AfterEach
    void stop() throws IOException {
        scu.association().release();
        requestor.close();
        scp.close();
    }

    /** Finds as many patients as the identifier's Patient ID says; waits for a C-CANCEL before the hundredth. */
    private static void serve(Association association) throws AssociationAbortedException {
        DimseChannel channel = new DimseChannel(association);
        Optional<Message> message = channel.receive();
        while (message.isPresent()) {
            CommandSet request = message.get().command();
            int matches = Integer.parseInt(patient(message.get()));
            for (int i = 1; i <= matches && i < 100; i++) {
                channel.send(1, Response.pending(request), encoded(Integer.toString(i)));
            }
            if (matches < 100) {
                channel.send(1, Response.success(request));
            } else {
                Message cancel = channel.receive().orElseThrow();
                boolean ours = cancel.command()
                        .number(CommandElement.MESSAGE_ID_BEING_RESPONDED_TO)
                        .equals(request.number(CommandElement.MESSAGE_ID));
                channel.send(1, Response.answer(request, ours ? CANCELLED : Status.PROCESSING_FAILURE, ""));
            }
            message = channel.receive();
        }
    }

    @Test
    void gives_each_match_with_its_own_pending_response_and_then_the_end() throws IOException {
        scu.send(1, new Request.CFind(7, WORKLIST).toCommandSet(), encoded("3"));

        List<String> found = new ArrayList<>();
        Message answer = next();
        while (Response.of(answer.command()).status() == Status.PENDING) {
            found.add(patient(answer));
            answer = next();
        }
        assertThat(found).containsExactly("1", "2", "3");
        assertThat(Response.of(answer.command()).status()).isZero();
        assertThat(Response.of(answer.command()).messageIdBeingRespondedTo()).isEqualTo(7);
    }

    @Test
    void stops_when_it_is_cancelled() throws IOException {
        scu.send(1, new Request.CFind(8, WORKLIST).toCommandSet(), encoded("100"));
        assertThat(patient(next())).isEqualTo("1");
        scu.send(1, new Request.CCancel(8).toCommandSet());

        Message answer = next();
        while (Response.of(answer.command()).status() == Status.PENDING) {
            answer = next();
        }
        assertThat(Response.of(answer.command()).status()).isEqualTo(CANCELLED);
    }

    private Message next() throws AssociationAbortedException {
        return scu.receive(PATIENCE, "waiting for a response").orElseThrow();
    }

    private static ReadableByteChannel encoded(String patientId) {
        byte[] identifier = new DataSetWriter(SYNTAX).toBytes(new Attributes().set(Tag.PatientID, patientId));
        return Channels.newChannel(new ByteArrayInputStream(identifier));
    }

    private static String patient(Message message) {
        try {
            return new DataSetReader(SYNTAX, ReaderLimits.STANDARD)
                    .read(message.dataSet())
                    .string(Tag.PatientID)
                    .orElse("");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
