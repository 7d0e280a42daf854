package org.mammoflow.audit.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mammoflow.access.Caller;
import org.mammoflow.audit.AuditAction;
import org.mammoflow.audit.AuditEvent;
import org.mammoflow.audit.TestTrail;
import org.mammoflow.chain.AuditEntry;
import org.mammoflow.platform.TestDatabase;

/** The collector is a real one as far as the wire goes: TLS, sockets, resets. */
class FeedTest {

    private static final Pattern SEQ = Pattern.compile("type=\"seq\" value=\"([A-Za-z0-9+/=]+)\"");
    private static final Certificates CERTIFICATES = Certificates.of("localhost");
    private static final ScheduledExecutorService TIMER = Executors.newSingleThreadScheduledExecutor();

    @AfterAll
    static void stop() {
        TIMER.shutdownNow();
    }

    @ParameterizedTest
    @EnumSource
    void every_row_arrives_once_and_in_order_although_the_collector_was_away(TestDatabase kind) throws Exception {
        try (TestDatabase.Opened database = kind.open()) {
            int port;
            try (SyslogReceiver first = SyslogReceiver.on(tls(), 0)) {
                port = first.port();
                happen(database, 3);
                assertThat(tell(database, port)).isEqualTo(3);
                assertThat(numbers(first)).containsExactly(1L, 2L, 3L);
            }
            happen(database, 450);
            assertThatThrownBy(() -> tell(database, port)).isInstanceOf(UncheckedIOException.class);
            assertThat(backlog(database)).as("waits on the trail").isEqualTo(450);
            try (SyslogReceiver back = SyslogReceiver.on(tls(), port)) {
                assertThat(tell(database, port)).isEqualTo(450);
                assertThat(numbers(back))
                        .containsExactlyElementsOf(
                                LongStream.rangeClosed(4, 453).boxed().toList());
            }
            assertThat(backlog(database)).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_collector_that_dies_in_the_middle_is_told_again_and_nothing_is_lost(TestDatabase kind) throws Exception {
        try (TestDatabase.Opened database = kind.open()) {
            happen(database, 50);
            int port;
            try (SyslogReceiver dying = SyslogReceiver.dyingAfter(tls(), 0, 7)) {
                port = dying.port();
                assertThatThrownBy(() -> tell(database, port)).isInstanceOf(UncheckedIOException.class);
                assertThat(numbers(dying)).hasSizeGreaterThanOrEqualTo(7);
            }
            assertThat(backlog(database)).isEqualTo(50);
            try (SyslogReceiver back = SyslogReceiver.on(tls(), port)) {
                tell(database, port);
                assertThat(numbers(back))
                        .containsExactlyElementsOf(
                                LongStream.rangeClosed(1, 50).boxed().toList());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.INCLUDE, names = "H2")
    void a_collector_whose_certificate_names_another_or_is_unknown_is_told_nothing(TestDatabase kind) throws Exception {
        Certificates other = Certificates.of("elsewhere.example");
        try (TestDatabase.Opened database = kind.open();
                SyslogReceiver wrongName = SyslogReceiver.on(other.server(), 0);
                SyslogReceiver unknown = SyslogReceiver.on(tls(), 0)) {
            happen(database, 1);
            assertThatThrownBy(() -> tell(database, wrongName.port(), other)).isInstanceOf(UncheckedIOException.class);
            assertThatThrownBy(() -> tell(database, unknown.port(), other)).isInstanceOf(UncheckedIOException.class);
            assertThat(wrongName.messages()).isEmpty();
            assertThat(unknown.messages()).isEmpty();
            assertThat(backlog(database)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.INCLUDE, names = "H2")
    void work_goes_on_while_a_delivery_hangs(TestDatabase kind) throws Exception {
        try (TestDatabase.Opened database = kind.open();
                ServerSocket mute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            happen(database, 1);
            Thread hanging = new Thread(() -> {
                try {
                    tell(database, mute.getLocalPort());
                } catch (UncheckedIOException expected) {
                    // The handshake never ends; closing the socket ends it.
                }
            });
            hanging.start();
            try (Socket held = mute.accept()) {
                happen(database, 5);
                assertThat(backlog(database)).isEqualTo(6);
                assertThat(held.isConnected() && hanging.isAlive()).isTrue();
            }
            hanging.join();
            assertThat(backlog(database)).isEqualTo(6);
        }
    }

    private static void happen(TestDatabase.Opened database, int times) {
        for (int i = 0; i < times; i++) {
            database.inTransaction(em -> TestTrail.of(em)
                    .record(new AuditEvent(Caller.system(), AuditAction.STUDY_VIEWED, "study", "1.2.3", "")));
        }
    }

    private static long tell(TestDatabase.Opened database, int port) {
        return tell(database, port, CERTIFICATES);
    }

    private static long tell(TestDatabase.Opened database, int port, Certificates trusted) {
        FeedSettings settings = new FeedSettings("localhost", port, trusted.pem(), Optional.empty(), new char[0]);
        try {
            return new FeedRun(ledger(database), new Collector(settings, Trust.of(settings), TIMER), "test").run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each call in a transaction of its own, as the container does it. */
    private static FeedLedger ledger(TestDatabase.Opened database) {
        return new FeedLedger() {
            @Override
            public List<AuditEntry> next(int most) {
                return database.fromTransaction(em -> inside(em).next(most));
            }

            @Override
            public void told(long seq) {
                database.inTransaction(em -> inside(em).told(seq));
            }
        };
    }

    private static FeedLedger inside(EntityManager em) {
        FeedLedger ledger = new FeedLedger();
        ledger.entityManager = em;
        ledger.trail = TestTrail.following(em);
        return ledger;
    }

    private static long backlog(TestDatabase.Opened database) {
        return database.fromTransaction(em -> inside(em).backlog());
    }

    private static List<Long> numbers(SyslogReceiver receiver) {
        return receiver.messages().stream().map(FeedTest::number).toList();
    }

    private static long number(String message) {
        return SEQ.matcher(message)
                .results()
                .map(hit -> new String(Base64.getDecoder().decode(hit.group(1)), StandardCharsets.UTF_8))
                .map(Long::valueOf)
                .findFirst()
                .orElseThrow(() -> new AssertionError(message));
    }

    private static SSLContext tls() throws Exception {
        return CERTIFICATES.server();
    }
}
