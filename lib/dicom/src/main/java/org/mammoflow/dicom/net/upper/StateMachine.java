package org.mammoflow.dicom.net.upper;

/** Where one connection stands in {@link StateTable}. */
final class StateMachine {

    private State state = State.STA1;

    State state() {
        return state;
    }

    /** Takes the event's transition and returns the action to perform. */
    Action on(Event event) {
        Transition transition = transition(event);
        state = transition.next();
        return transition.action();
    }

    /** As {@link #on}, where the action leaves a choice of states and the second one applies. */
    Action onOtherwise(Event event) {
        Transition transition = transition(event);
        state = transition.otherwise();
        return transition.action();
    }

    private Transition transition(Event event) {
        return StateTable.cell(state, event)
                .orElseThrow(() -> new IllegalStateException(event + " cannot happen in " + state));
    }
}
