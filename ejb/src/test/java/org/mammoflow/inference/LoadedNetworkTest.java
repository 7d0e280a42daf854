package org.mammoflow.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LoadedNetworkTest {

    private final AtomicInteger closed = new AtomicInteger();
    private final LoadedNetwork loaded = new LoadedNetwork(null, closed::incrementAndGet);

    @Test
    void is_closed_at_once_when_nobody_uses_it() {
        loaded.retire();
        assertThat(closed).hasValue(1);
    }

    @Test
    void is_closed_after_the_last_call_and_never_during_one() {
        LoadedNetwork.Call first = loaded.begin();
        LoadedNetwork.Call second = first.another();
        loaded.retire();
        first.close();
        first.close();
        assertThat(closed).as("one call is still under way").hasValue(0);
        second.close();
        assertThat(closed).hasValue(1);
    }

    @Test
    void begins_no_call_once_it_is_retired() {
        loaded.retire();
        assertThatThrownBy(loaded::begin).isInstanceOf(IllegalStateException.class);
    }
}
