package org.mammoflow.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mammoflow.access.Caller;
import org.mammoflow.access.SignIn;

class RefusedSignInsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private final List<AuditEvent> recorded = new ArrayList<>();
    private final AccountAudit audit = new AccountAudit();

    @Test
    void knocking_all_night_under_many_names_writes_a_few_rows_a_minute_and_counts_the_rest() {
        at(NOW);
        for (int i = 0; i < 500; i++) {
            audit.on(new SignIn.Failed(Caller.anonymous("name" + i, ""), "unknown account", false));
        }
        assertThat(recorded).hasSize(10);
        at(NOW.plus(Duration.ofMinutes(1)));
        audit.on(new SignIn.Failed(Caller.anonymous("again", ""), "unknown account", false));
        assertThat(recorded).last().extracting(AuditEvent::detail).isEqualTo("unknown account heldBack=490");
    }

    @Test
    void who_knocks_under_one_name_hides_nobody_who_fails_under_another() {
        at(NOW);
        for (int i = 0; i < 500; i++) {
            audit.on(new SignIn.Failed(Caller.anonymous("one", ""), "wrong password", true));
        }
        audit.on(new SignIn.Failed(Caller.anonymous("two", ""), "wrong password", true));
        assertThat(recorded).hasSize(11).last().extracting(AuditEvent::objectId).isEqualTo("two");
    }

    @Test
    void nobody_who_comes_or_goes_is_held_back() {
        at(NOW);
        for (int i = 0; i < 50; i++) {
            audit.on(new SignIn.Succeeded(new Caller("one", "auditor", "", "")));
        }
        assertThat(recorded).hasSize(50);
    }

    private void at(Instant now) {
        audit.clock = Clock.fixed(now, ZoneOffset.UTC);
        audit.trail = new AuditTrail() {
            @Override
            public void record(AuditEvent event) {
                recorded.add(event);
            }
        };
    }
}
