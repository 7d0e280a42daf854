package org.mammoflow.dicom.net.upper;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The connections that have no place among the associations: not yet, as their A-ASSOCIATE-RQ has not come, or not any
 * more, as they were refused and have still to close. When it is full, the one that has been here longest goes: an honest
 * caller sends its request and closes at once, so others can never keep it out.
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
