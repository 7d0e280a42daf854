package org.mammoflow.dicom.net.dimse;

import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.time.Duration;
import java.util.Optional;
import org.mammoflow.dicom.net.upper.AcceptedContext;
import org.mammoflow.dicom.net.upper.Association;
import org.mammoflow.dicom.net.upper.AssociationAbortedException;
import org.mammoflow.dicom.net.upper.Incoming;

/** Messages on one association, one at a time (PS3.7 6.3, PS3.8 Annex E); used by one thread. */
public final class DimseChannel {

    /** The longest command set that is read; those of PS3.7 have a few hundred bytes. */
    private static final int MAXIMUM_COMMAND = 16 * 1024;

    private final Association association;
    private final ByteBuffer scratch = ByteBuffer.allocate(MAXIMUM_COMMAND);
    private DataSetChannel arriving;

    public DimseChannel(Association association) {
        this.association = association;
        this.arriving = new DataSetChannel(association, 0, false);
    }

    public Association association() {
        return association;
    }

    /** Waits for the peer's next request as an acceptor does; empty when the association has been released. */
    public Optional<Message> receive() throws AssociationAbortedException {
        return receive(association.deadlines().idle(), "waiting for a message");
    }

    /** Waits this long for the next message; empty when the peer has released the association. */
    public Optional<Message> receive(Duration patience, String phase) throws AssociationAbortedException {
        drain();
        association.within(patience, phase);
        association.idle(true);
        Incoming first = association.receive();
        association.idle(false);
        if (!(first instanceof Incoming.Pdv pdv)) {
            association.respondRelease();
            return Optional.empty();
        }
        association.within(association.deadlines().request(), "reading a command set");
        CommandSet command = assemble(pdv);
        association.relax();
        association.enter("reading a data set");
        AcceptedContext context = association.context(pdv.contextId()).orElseThrow();
        arriving = new DataSetChannel(association, pdv.contextId(), command.hasDataSet());
        return Optional.of(new Message(context, command, arriving));
    }

    private CommandSet assemble(Incoming.Pdv first) throws AssociationAbortedException {
        scratch.clear();
        Incoming.Pdv pdv = first;
        append(pdv);
        while (!pdv.last()) {
            Incoming next = association.receive();
            if (!(next instanceof Incoming.Pdv following)) {
                throw association.abort("release requested");
            }
            if (following.contextId() != first.contextId()) {
                throw association.abortInvalidPdv("a PDV of another message");
            }
            append(following);
            pdv = following;
        }
        try {
            return CommandSet.parse(scratch.flip());
        } catch (MalformedCommandException e) {
            throw association.abort(e.getMessage());
        }
    }

    private void append(Incoming.Pdv pdv) throws AssociationAbortedException {
        if (!pdv.command()) {
            throw association.abortInvalidPdv("a data set fragment where a command is expected");
        }
        if (pdv.length() > scratch.remaining()) {
            throw association.abortInvalidPdv("a command set longer than " + MAXIMUM_COMMAND + " bytes");
        }
        while (association.hasFragment()) {
            association.read(scratch);
        }
    }

    /** Reads the rest of the data set that is arriving; a response may only follow a whole message. */
    public void drain() throws AssociationAbortedException {
        arriving.drain(scratch);
    }

    /** Sends a command set without data set. */
    public void send(int contextId, CommandSet command) throws AssociationAbortedException {
        drain();
        association.within(association.deadlines().request(), "sending a command set");
        association.send(contextId, command.encode());
        association.relax();
    }

    /** Sends a request with its data set. */
    public void send(int contextId, CommandSet command, ReadableByteChannel dataSet)
            throws AssociationAbortedException {
        association.within(association.deadlines().progress(), "sending a data set");
        association.send(contextId, command.encode(), new PacedChannel(association, dataSet));
        association.relax();
    }
}
