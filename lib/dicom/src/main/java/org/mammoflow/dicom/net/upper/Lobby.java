package org.mammoflow.dicom.net.upper;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The connections that have not yet sent their A-ASSOCIATE-RQ. When it is full, the one that has waited longest goes:
 * an honest caller sends its request at once, so silent ones can never keep the others out.
 */
final class Lobby {

    private final int capacity;
    private final Set<Transport> waiting = new LinkedHashSet<>();

    Lobby(int capacity) {
        this.capacity = capacity;
    }

    synchronized void enter(Transport transport) {
        if (waiting.size() >= capacity) {
            Iterator<Transport> eldest = waiting.iterator();
            eldest.next().close();
            eldest.remove();
        }
        waiting.add(transport);
    }

    synchronized void leave(Transport transport) {
        waiting.remove(transport);
    }

    synchronized void clear() {
        waiting.forEach(Transport::close);
    }
}
