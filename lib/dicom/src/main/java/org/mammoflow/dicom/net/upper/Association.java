package org.mammoflow.dicom.net.upper;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * An established association (PS3.8 7), used by one thread. Every wait for the peer happens under the deadline that
 * {@link #within} has set; when it passes, the association is aborted.
 *
 * <p>Every method that throws {@link AssociationAbortedException} has ended the association before.
 */
public final class Association {

    private final PduConnection connection;
    private final AssociationInfo info;
    private final Map<Integer, AcceptedContext> contexts;
    private final Deadlines deadlines;
    private final Runnable atEnd;
    private volatile boolean idle;
    private volatile Optional<String> retiring = Optional.empty();
    private volatile Ending ending;
    private String phase = "establishing the association";

    Association(
            PduConnection connection,
            AssociationInfo info,
            Map<Integer, AcceptedContext> contexts,
            Deadlines deadlines,
            Runnable atEnd) {
        this.connection = connection;
        this.info = info;
        this.contexts = Map.copyOf(contexts);
        this.deadlines = deadlines;
        this.atEnd = atEnd;
    }

    public AssociationInfo info() {
        return info;
    }

    public Deadlines deadlines() {
        return deadlines;
    }

    public Collection<AcceptedContext> contexts() {
        return contexts.values();
    }

    /** The accepted presentation context of this id. */
    public Optional<AcceptedContext> context(int id) {
        return Optional.ofNullable(contexts.get(id));
    }

    public boolean isOpen() {
        return ending == null;
    }

    /** Begins a phase in which the peer may keep us waiting for this long altogether. */
    public void within(Duration time, String newPhase) {
        phase = newPhase;
        connection.deadline().within(time);
    }

    /** Names what comes next, for the reason when it fails. */
    public void enter(String newPhase) {
        phase = newPhase;
    }

    /** As {@link #within(Duration, String)} in the same phase. */
    public void within(long nanos) {
        connection.deadline().within(nanos);
    }

    /** Ends the deadline: from now on this side works. */
    public void relax() {
        connection.deadline().relax();
    }

    /** Waits for the next PDV header; the fragment of the one before must have been read to its end. */
    public Incoming receive() throws AssociationAbortedException {
        requireOpen();
        if (connection.input().hasMorePdvs()) {
            return nextPdv();
        }
        Event event = connection.next();
        Action action = StateTable.cell(connection.state(), event).orElseThrow().action();
        switch (action) {
            case DT_2 -> {
                connection.on(event);
                return nextPdv();
            }
            case AR_2 -> {
                connection.on(event);
                return new Incoming.ReleaseRequested();
            }
            default -> throw ended(event);
        }
    }

    private Incoming.Pdv nextPdv() throws AssociationAbortedException {
        try {
            Incoming.Pdv pdv = connection.input().nextPdv();
            if (!contexts.containsKey(pdv.contextId())) {
                throw new MalformedPduException("PDV on unknown presentation context " + pdv.contextId());
            }
            return pdv;
        } catch (MalformedPduException e) {
            throw ended(connection.invalid(e));
        } catch (IOException e) {
            throw ended(connection.lost(e));
        }
    }

    /** Reads from the fragment of the last PDV; -1 at its end. */
    public int read(ByteBuffer target) throws AssociationAbortedException {
        requireOpen();
        try {
            return connection.input().read(target);
        } catch (IOException e) {
            throw ended(connection.lost(e));
        }
    }

    /** Whether bytes of the current fragment are still to be read. */
    public boolean hasFragment() {
        return connection.input().hasFragment();
    }

    /** Whether the next read needs not wait for the peer. */
    public boolean hasBuffered() {
        return connection.input().hasBuffered();
    }

    /** Sends a command set that no data set follows. */
    public void send(int contextId, byte[] command) throws AssociationAbortedException {
        requireOpen();
        try {
            connection.on(Event.P_DATA_REQUEST);
            connection.output().command(contextId, command);
            connection.output().flush();
        } catch (IOException e) {
            throw ended(connection.lost(e));
        }
    }

    /**
     * Sends a command set and its data set.
     *
     * @param dataSet blocks until it has bytes; when it fails, the association is aborted
     */
    public void send(int contextId, byte[] command, ReadableByteChannel dataSet) throws AssociationAbortedException {
        requireOpen();
        try {
            connection.on(Event.P_DATA_REQUEST);
            connection.output().command(contextId, command);
            connection.output().dataSet(contextId, dataSet);
            connection.output().flush();
        } catch (IOException e) {
            throw ended(connection.lost(e));
        }
    }

    /** Answers {@link Incoming.ReleaseRequested}; the association has ended then. */
    public void respondRelease() throws AssociationAbortedException {
        try {
            connection.on(Event.RELEASE_RESPONSE);
            connection.send(releasePdu(PduType.RELEASE_RP));
            end(new Ending.Released());
        } catch (IOException e) {
            throw ended(connection.lost(e));
        }
    }

    /** Releases the association from this side. */
    public void release() throws AssociationAbortedException {
        requireOpen();
        within(deadlines.request(), "releasing the association");
        try {
            connection.on(Event.RELEASE_REQUEST);
            connection.send(releasePdu(PduType.RELEASE_RQ));
            new Releasing(connection).await();
        } catch (MalformedPduException e) {
            throw ended(connection.invalid(e));
        } catch (Releasing.Broken e) {
            throw ended(e.event());
        } catch (IOException e) {
            throw ended(connection.lost(e));
        }
        end(new Ending.Released());
    }

    static byte[] releasePdu(int type) {
        return new ItemWriter().zeros(4).toPdu(type);
    }

    /** Aborts as service-user; the reason names phase and cause for our own records. */
    public AssociationAbortedException abort(String reason) {
        return abort(AbortCause.SERVICE_USER, reason);
    }

    /** Aborts as service-provider because a PDV breaks the protocol. */
    public AssociationAbortedException abortInvalidPdv(String reason) {
        return abort(AbortCause.INVALID_PARAMETER_VALUE, reason);
    }

    private AssociationAbortedException abort(AbortCause cause, String reason) {
        if (ending == null) {
            connection.on(connection.userAbort(cause));
            end(new Ending.Aborted(reason + " while " + phase));
        }
        return new AssociationAbortedException(reason + " while " + phase);
    }

    /** What has ended may have given its buffers to the next association. */
    private void requireOpen() throws AssociationAbortedException {
        if (ending != null) {
            throw new AssociationAbortedException("the association has ended");
        }
    }

    /** Performs the action of an event that ends the association. */
    private AssociationAbortedException ended(Event event) {
        String reason = retiring.orElseGet(() -> connection.fault() + " while " + phase);
        if (ending == null) {
            connection.on(event);
            end(new Ending.Aborted(reason));
        }
        return new AssociationAbortedException(reason);
    }

    private void end(Ending how) {
        ending = how;
        connection.linger(deadlines.closing());
        atEnd.run();
    }

    Ending ending() {
        return ending;
    }

    /** Says that no message is under way, so that {@link #retire} may end the association at once. */
    public void idle(boolean nowIdle) throws AssociationAbortedException {
        idle = nowIdle;
        if (nowIdle && retiring.isPresent()) {
            throw abort(retiring.get());
        }
    }

    /** From any thread: ends the association as soon as no message is under way. */
    void retire(String reason) {
        retiring = Optional.of(reason);
        if (idle) {
            connection.deadline().expire();
        }
    }
}
