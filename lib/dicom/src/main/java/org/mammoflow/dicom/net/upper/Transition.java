package org.mammoflow.dicom.net.upper;

/**
 * One cell of PS3.8 table 9-10.
 *
 * @param next the state after the action
 * @param otherwise the state where the action leaves a choice: Sta13 when AE-6 finds the request unacceptable, Sta10
 *     when AR-8 happens to the acceptor; equal to {@code next} elsewhere
 */
record Transition(Action action, State next, State otherwise) {

    Transition(Action action, State next) {
        this(action, next, next);
    }
}
