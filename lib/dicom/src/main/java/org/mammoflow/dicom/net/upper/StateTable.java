package org.mammoflow.dicom.net.upper;

import static org.mammoflow.dicom.net.upper.Action.*;
import static org.mammoflow.dicom.net.upper.Event.*;
import static org.mammoflow.dicom.net.upper.State.*;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** PS3.8 table 9-10: for every event in every state the action and the next state, or nothing when it cannot happen. */
final class StateTable {

    private static final Map<State, Map<Event, Transition>> CELLS = new EnumMap<>(State.class);

    /** The states of an open transport connection in which a PDU of the wrong kind is answered by AA-8. */
    private static final Set<State> ASSOCIATING = EnumSet.of(STA3, STA5, STA6, STA7, STA8, STA9, STA10, STA11, STA12);

    private static final Set<Event> PDUS = EnumSet.of(
            ASSOCIATE_AC_RECEIVED,
            ASSOCIATE_RJ_RECEIVED,
            ASSOCIATE_RQ_RECEIVED,
            P_DATA_RECEIVED,
            RELEASE_RQ_RECEIVED,
            RELEASE_RP_RECEIVED,
            INVALID_PDU);

    static {
        wrongPdus();
        endings();
        establishment();
        release();
        on(STA6, P_DATA_REQUEST, DT_1, STA6);
        on(STA6, P_DATA_RECEIVED, DT_2, STA6);
    }

    private StateTable() {}

    static Optional<Transition> cell(State state, Event event) {
        return Optional.ofNullable(CELLS.getOrDefault(state, Map.of()).get(event));
    }

    private static void wrongPdus() {
        for (Event pdu : PDUS) {
            on(STA2, pdu, AA_1, STA13);
            ASSOCIATING.forEach(state -> on(state, pdu, AA_8, STA13));
            on(STA13, pdu, AA_6, STA13);
        }
        on(STA13, ASSOCIATE_RQ_RECEIVED, AA_7, STA13);
        on(STA13, INVALID_PDU, AA_7, STA13);
    }

    private static void endings() {
        for (State state : ASSOCIATING) {
            on(state, ABORT_REQUEST, AA_1, STA13);
            on(state, ABORT_RECEIVED, AA_3, STA1);
            on(state, TRANSPORT_CLOSED, AA_4, STA1);
        }
        on(STA4, ABORT_REQUEST, AA_2, STA1);
        on(STA4, TRANSPORT_CLOSED, AA_4, STA1);
        on(STA2, ABORT_RECEIVED, AA_2, STA1);
        on(STA2, TRANSPORT_CLOSED, AA_5, STA1);
        on(STA2, ARTIM_EXPIRED, AA_2, STA1);
        on(STA13, ABORT_RECEIVED, AA_2, STA1);
        on(STA13, TRANSPORT_CLOSED, AR_5, STA1);
        on(STA13, ARTIM_EXPIRED, AA_2, STA1);
    }

    private static void establishment() {
        on(STA1, ASSOCIATE_REQUEST, AE_1, STA4);
        on(STA4, TRANSPORT_CONFIRMED, AE_2, STA5);
        on(STA5, ASSOCIATE_AC_RECEIVED, AE_3, STA6);
        on(STA5, ASSOCIATE_RJ_RECEIVED, AE_4, STA1);
        on(STA1, TRANSPORT_INDICATED, AE_5, STA2);
        on(STA2, ASSOCIATE_RQ_RECEIVED, new Transition(AE_6, STA3, STA13));
        on(STA3, ASSOCIATE_RESPONSE_ACCEPT, AE_7, STA6);
        on(STA3, ASSOCIATE_RESPONSE_REJECT, AE_8, STA13);
    }

    private static void release() {
        on(STA6, RELEASE_REQUEST, AR_1, STA7);
        on(STA6, RELEASE_RQ_RECEIVED, AR_2, STA8);
        on(STA7, P_DATA_RECEIVED, AR_6, STA7);
        on(STA7, RELEASE_RQ_RECEIVED, new Transition(AR_8, STA9, STA10));
        on(STA7, RELEASE_RP_RECEIVED, AR_3, STA1);
        on(STA8, P_DATA_REQUEST, AR_7, STA8);
        on(STA8, RELEASE_RESPONSE, AR_4, STA13);
        on(STA9, RELEASE_RESPONSE, AR_9, STA11);
        on(STA10, RELEASE_RP_RECEIVED, AR_10, STA12);
        on(STA11, RELEASE_RP_RECEIVED, AR_3, STA1);
        on(STA12, RELEASE_RESPONSE, AR_4, STA13);
    }

    private static void on(State state, Event event, Action action, State next) {
        on(state, event, new Transition(action, next));
    }

    private static void on(State state, Event event, Transition transition) {
        CELLS.computeIfAbsent(state, s -> new EnumMap<>(Event.class)).put(event, transition);
    }
}
