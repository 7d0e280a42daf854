package org.mammoflow.dicom.net.upper;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Counts the associations that are open, in all and by caller, against the {@link Limits}. */
public final class Admissions {

    private final Limits limits;
    private final Map<String, Integer> byCaller = new HashMap<>();
    private final Set<Slot> ordinary = new HashSet<>();
    private Optional<Slot> verifying = Optional.empty();

    public Admissions(Limits limits) {
        this.limits = limits;
    }

    /** A place among the associations, to be left again. */
    public static final class Slot {

        private final String caller;
        private final Runnable giveWay;

        private Slot(String caller, Runnable giveWay) {
            this.caller = caller;
            this.giveWay = giveWay;
        }
    }

    /**
     * A place for the caller, if there is one. For who only verifies there always is: a C-ECHO takes no time, so whoever
     * holds the place that is kept for it goes when the next one comes.
     *
     * @param giveWay ends the association for another caller, on the thread of that one; does not wait
     */
    public synchronized Optional<Slot> enter(AssociationInfo info, boolean verificationOnly, Runnable giveWay) {
        String caller = info.callingAeTitle() + '@' + info.remote().getAddress().getHostAddress();
        Slot slot = new Slot(caller, giveWay);
        int held = byCaller.getOrDefault(caller, 0);
        if (ordinary.size() < limits.associations() - 1 && held < limits.perCaller()) {
            ordinary.add(slot);
            byCaller.put(caller, held + 1);
            return Optional.of(slot);
        }
        if (!verificationOnly) {
            return Optional.empty();
        }
        verifying.ifPresent(holder -> holder.giveWay.run());
        verifying = Optional.of(slot);
        return verifying;
    }

    public synchronized void leave(Slot slot) {
        if (ordinary.remove(slot)) {
            byCaller.computeIfPresent(slot.caller, (caller, held) -> held == 1 ? null : held - 1);
        } else {
            verifying = verifying.filter(holder -> !holder.equals(slot));
        }
    }

    synchronized int taken() {
        return ordinary.size() + (verifying.isPresent() ? 1 : 0);
    }
}
