package org.mammoflow.inference;

import java.util.Optional;

/** The networks that a job began with and ends with, whatever is switched meanwhile. */
record NetworksInUse(LoadedNetwork.Call active, Optional<LoadedNetwork.Call> shadow) implements AutoCloseable {

    @Override
    public void close() {
        active.close();
        shadow.ifPresent(LoadedNetwork.Call::close);
    }
}
