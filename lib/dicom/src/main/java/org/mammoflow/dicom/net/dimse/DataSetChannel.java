package org.mammoflow.dicom.net.dimse;

import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import org.mammoflow.dicom.net.upper.Association;
import org.mammoflow.dicom.net.upper.AssociationAbortedException;
import org.mammoflow.dicom.net.upper.Deadlines;
import org.mammoflow.dicom.net.upper.Incoming;

/**
 * The data set of a message while it arrives: its fragments one after the other, read straight from the association.
 * The peer must keep up the pace that {@link Deadlines#progress} asks for; time that the reader takes does not count.
 */
public final class DataSetChannel implements ReadableByteChannel {

    private final Association association;
    private final int contextId;
    private boolean last;
    private boolean ended;
    private long patience;
    private int sinceRenewal;

    DataSetChannel(Association association, int contextId, boolean follows) {
        this.association = association;
        this.contextId = contextId;
        this.ended = !follows;
        renew();
    }

    @Override
    public int read(ByteBuffer target) throws AssociationAbortedException {
        int start = target.position();
        while (target.hasRemaining() && !ended && (target.position() == start || association.hasBuffered())) {
            step(target);
        }
        int count = target.position() - start;
        return count == 0 && ended ? -1 : count;
    }

    private void step(ByteBuffer target) throws AssociationAbortedException {
        if (association.hasFragment()) {
            readFragment(target);
        } else if (last) {
            ended = true;
        } else {
            nextFragment();
        }
    }

    private void readFragment(ByteBuffer target) throws AssociationAbortedException {
        if (association.hasBuffered()) {
            progressed(association.read(target));
            return;
        }
        long start = System.nanoTime();
        association.within(patience);
        int count = association.read(target);
        association.relax();
        patience -= System.nanoTime() - start;
        progressed(count);
    }

    private void nextFragment() throws AssociationAbortedException {
        long start = System.nanoTime();
        association.within(patience);
        Incoming next = association.receive();
        association.relax();
        patience -= System.nanoTime() - start;
        if (!(next instanceof Incoming.Pdv pdv)) {
            throw association.abort("release requested");
        }
        if (pdv.command() || pdv.contextId() != contextId) {
            throw association.abortInvalidPdv("a PDV of another message");
        }
        last = pdv.last();
    }

    private void progressed(int count) {
        sinceRenewal += count;
        if (sinceRenewal >= Deadlines.PROGRESS_BYTES) {
            renew();
        }
    }

    private void renew() {
        sinceRenewal = 0;
        patience = association.deadlines().progress().toNanos();
    }

    /** Reads what is left and forgets it. */
    void drain(ByteBuffer sink) throws AssociationAbortedException {
        while (!ended) {
            read(sink.clear());
        }
    }

    @Override
    public boolean isOpen() {
        return association.isOpen();
    }

    /** Does nothing: the rest is drained before the response. */
    @Override
    public void close() {
        // The association stays open for the response.
    }
}
