package org.mammoflow.dicom.net.upper;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Counts the associations that are open, in all and by caller, against the {@link Limits}. */
public final class Admissions {

    private final Limits limits;
    private final Map<String, Integer> byCaller = new HashMap<>();
    private int ordinary;
    private boolean reservedTaken;

    public Admissions(Limits limits) {
        this.limits = limits;
    }

    /** A place among the associations, to be left again. */
    public record Slot(String caller, boolean reserved) {}

    /** A place for the caller, if there is one. */
    public synchronized Optional<Slot> enter(AssociationInfo info, boolean verificationOnly) {
        String caller = info.callingAeTitle() + '@' + info.remote().getAddress().getHostAddress();
        int held = byCaller.getOrDefault(caller, 0);
        if (ordinary < limits.associations() - 1 && held < limits.perCaller()) {
            ordinary++;
            byCaller.put(caller, held + 1);
            return Optional.of(new Slot(caller, false));
        }
        if (verificationOnly && !reservedTaken) {
            reservedTaken = true;
            return Optional.of(new Slot(caller, true));
        }
        return Optional.empty();
    }

    public synchronized void leave(Slot slot) {
        if (slot.reserved()) {
            reservedTaken = false;
        } else {
            ordinary--;
            byCaller.computeIfPresent(slot.caller(), (caller, held) -> held == 1 ? null : held - 1);
        }
    }

    synchronized int taken() {
        return ordinary + (reservedTaken ? 1 : 0);
    }
}
