package org.mammoflow.web.provider;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Sign-ins on their way through the provider, each good for one answer within ten minutes. In memory, as sessions are. So
 * many at the most: who begins without end pushes out the oldest and fills nothing.
 */
@ApplicationScoped
public class PendingSignIns {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int MOST = 10_000;

    private final Map<String, PendingSignIn> byState = new LinkedHashMap<>();

    @Inject
    Clock clock;

    protected PendingSignIns() {}

    PendingSignIns(Clock clock) {
        this.clock = clock;
    }

    synchronized PendingSignIn begin(String browser, String from) {
        Instant now = clock.instant();
        byState.values().removeIf(pending -> isStale(pending, now));
        if (byState.size() >= MOST) {
            byState.remove(byState.keySet().iterator().next());
        }
        PendingSignIn pending = new PendingSignIn(new State(), new Nonce(), new CodeVerifier(), browser, from, now);
        byState.put(pending.state().getValue(), pending);
        return pending;
    }

    /** The sign-in that this answer belongs to, once, and only in the browser that began it. */
    synchronized Optional<PendingSignIn> take(String state, String browser) {
        return Optional.ofNullable(byState.get(state))
                .filter(pending -> pending.browser().equals(browser))
                .map(pending -> byState.remove(state))
                .filter(pending -> !isStale(pending, clock.instant()));
    }

    private static boolean isStale(PendingSignIn pending, Instant now) {
        return !now.isBefore(pending.since().plus(PATIENCE));
    }
}
