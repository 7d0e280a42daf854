package org.mammoflow.dicom.net.upper;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;

/** One transport connection under the rule of the {@link StateMachine}: PDUs become events, actions become PDUs. */
final class PduConnection {

    private final Transport transport;
    private final Deadline deadline;
    private final PduInput input;
    private final PduOutput output;
    private final StateMachine machine = new StateMachine();
    private AbortCause abortCause = AbortCause.UNEXPECTED_PDU;
    private String fault = "";
    private AssociateRq request;
    private AssociateAc acceptance;
    private Rejection rejection;

    PduConnection(Transport transport, Deadline deadline, PduInput input, PduOutput output) {
        this.transport = transport;
        this.deadline = deadline;
        this.input = input;
        this.output = output;
    }

    /** Waits for the next PDU, or for the end of the connection or of our patience. */
    Event next() {
        try {
            Event event = PduType.received(input.nextType());
            readVariableField(event);
            return event;
        } catch (MalformedPduException e) {
            return invalid(e);
        } catch (IOException e) {
            return lost(e);
        }
    }

    /** The first PDU of an accepted connection: its first bytes within ARTIM, all of it within the request's time. */
    Event first(Deadlines deadlines) {
        try {
            deadline.within(deadlines.artim());
            input.awaitFirstByte();
            deadline.within(deadlines.request());
            return next();
        } catch (IOException e) {
            return lost(e);
        }
    }

    private void readVariableField(Event event) throws IOException {
        fault = "";
        abortCause = AbortCause.UNEXPECTED_PDU;
        switch (event) {
            case P_DATA_RECEIVED -> fault = "unexpected P-DATA-TF";
            case ASSOCIATE_RQ_RECEIVED -> {
                request = AssociateCodec.decodeRq(input.variableField());
                fault = "unexpected A-ASSOCIATE-RQ";
            }
            case ASSOCIATE_AC_RECEIVED -> {
                acceptance = AssociateCodec.decodeAc(input.variableField());
                fault = "unexpected A-ASSOCIATE-AC";
            }
            case ASSOCIATE_RJ_RECEIVED -> {
                ByteBuffer field = input.variableField();
                rejection = new Rejection(field.get(1), field.get(2), field.get(3));
                fault = "unexpected A-ASSOCIATE-RJ";
            }
            case ABORT_RECEIVED -> {
                ByteBuffer field = input.variableField();
                fault = "A-ABORT from the peer, " + new AbortCause(field.get(2), field.get(3));
            }
            default -> {
                input.variableField();
                fault = "unexpected release PDU";
            }
        }
    }

    Event invalid(MalformedPduException e) {
        abortCause = e.abortCause();
        fault = e.getMessage();
        return Event.INVALID_PDU;
    }

    /** The event for a read or write that failed: our deadline ended it, or the peer or the network did. */
    Event lost(IOException e) {
        if (!deadline.hasExpired()) {
            fault = e instanceof java.io.EOFException ? e.getMessage() : "connection lost: " + e.getMessage();
            return Event.TRANSPORT_CLOSED;
        }
        fault = "out of time";
        return userAbort(AbortCause.SERVICE_USER);
    }

    Event userAbort(AbortCause cause) {
        abortCause = cause;
        boolean artim = machine.state() == State.STA2 || machine.state() == State.STA13;
        return artim ? Event.ARTIM_EXPIRED : Event.ABORT_REQUEST;
    }

    /** Takes the transition and performs what its action sends or closes; indications are the caller's part. */
    Action on(Event event) {
        Action action = machine.on(event);
        switch (action) {
            case AA_1, AA_8 -> sendAbort();
            case AA_2, AA_3, AA_4, AA_5, AE_4, AR_3, AR_5 -> transport.close();
            default -> {
                // Nothing to send that does not need data from the caller.
            }
        }
        return action;
    }

    Action onOtherwise(Event event) {
        return machine.onOtherwise(event);
    }

    private void sendAbort() {
        byte[] pdu = new ItemWriter()
                .zeros(2)
                .uint8(abortCause.source())
                .uint8(abortCause.reason())
                .toPdu(PduType.ABORT);
        try {
            deadline.within(Duration.ofSeconds(1));
            output.pdu(pdu);
        } catch (IOException e) {
            // The peer is gone already; the connection is closed next.
        }
    }

    /** Sends a PDU of the establishment or release of the association. */
    void send(byte[] pdu) throws IOException {
        output.pdu(pdu);
    }

    /**
     * Sta13: gives the peer time to read our last PDU and close; closing at once while bytes of it are unread would
     * reset the connection and could take our last PDU away from it.
     */
    void linger(Duration artim) {
        if (machine.state() == State.STA13) {
            deadline.within(artim);
            transport.shutdownOutput();
            try {
                input.drain();
            } catch (IOException e) {
                // Reset by the peer: closed as well.
            }
            machine.on(deadline.hasExpired() ? Event.ARTIM_EXPIRED : Event.TRANSPORT_CLOSED);
        }
        close();
    }

    void close() {
        deadline.relax();
        transport.close();
    }

    State state() {
        return machine.state();
    }

    String fault() {
        return fault;
    }

    AssociateRq request() {
        return request;
    }

    AssociateAc acceptance() {
        return acceptance;
    }

    Rejection rejection() {
        return rejection;
    }

    PduInput input() {
        return input;
    }

    PduOutput output() {
        return output;
    }

    Deadline deadline() {
        return deadline;
    }

    Transport transport() {
        return transport;
    }
}
