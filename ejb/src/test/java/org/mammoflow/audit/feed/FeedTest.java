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
import org.junit.jupiter.api.Test;
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
    private static final int LOOKS_OF_AN_HOUR = 3600 / 5;
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

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.INCLUDE, names = "H2")
    void a_collector_that_asks_who_we_are_is_shown_our_certificate_and_nothing_is_told_without_it(TestDatabase kind)
            throws Exception {
        Certificates ours = Certificates.of("mammoflow");
        Certificates foreign = Certificates.of("somebody");
        try (TestDatabase.Opened database = kind.open();
                SyslogReceiver asking = SyslogReceiver.askingFor(CERTIFICATES.serverTrusting(ours), 0)) {
            happen(database, 3);
            assertThatThrownBy(() -> tell(database, asking.port())).isInstanceOf(UncheckedIOException.class);
            assertThatThrownBy(() -> tell(database, showing(foreign, asking.port())))
                    .isInstanceOf(UncheckedIOException.class);
            assertThat(asking.messages()).isEmpty();
            assertThat(backlog(database)).isEqualTo(3);

            assertThat(tell(database, showing(ours, asking.port()))).isEqualTo(3);
            assertThat(numbers(asking)).containsExactly(1L, 2L, 3L);
        }
    }

    @Test
    void a_wrong_password_or_no_key_store_is_told_before_anything_is_sent() throws Exception {
        FeedSettings good = showing(Certificates.of("mammoflow"), 1);
        FeedSettings wrong = new FeedSettings("localhost", 1, good.trusted(), good.own(), "wrong".toCharArray());
        assertThatThrownBy(() -> Trust.of(wrong)).isInstanceOf(IOException.class);
        FeedSettings none =
                new FeedSettings("localhost", 1, good.trusted(), Optional.of(good.trusted()), good.password());
        assertThatThrownBy(() -> Trust.of(none)).isInstanceOf(IOException.class);
    }

    /** An hour is 720 looks of the timer: each fails at once, as at a machine that is off, while people work on. */
    @ParameterizedTest
    @EnumSource
    void a_collector_that_is_away_for_an_hour_of_looks_loses_none(TestDatabase kind) throws Exception {
        try (TestDatabase.Opened database = kind.open()) {
            int port;
            try (SyslogReceiver gone = SyslogReceiver.on(tls(), 0)) {
                port = gone.port();
            }
            FeedRun feed = feed(database, trusting(CERTIFICATES, port));
            for (int look = 1; look <= LOOKS_OF_AN_HOUR; look++) {
                happen(database, 1);
                assertThatThrownBy(feed::run).isInstanceOf(IOException.class);
            }
            assertThat(backlog(database)).isEqualTo(LOOKS_OF_AN_HOUR);
            try (SyslogReceiver back = SyslogReceiver.on(tls(), port)) {
                assertThat(feed.run()).isEqualTo(LOOKS_OF_AN_HOUR);
                assertThat(numbers(back))
                        .containsExactlyElementsOf(LongStream.rangeClosed(1, LOOKS_OF_AN_HOUR)
                                .boxed()
                                .toList());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.INCLUDE, names = "H2")
    void a_trail_that_was_emptied_is_told_anew_so_that_the_collector_sees_two_rows_of_one_number(TestDatabase kind)
            throws Exception {
        try (TestDatabase.Opened database = kind.open();
                SyslogReceiver collector = SyslogReceiver.on(tls(), 0)) {
            happen(database, 3);
            assertThat(tell(database, collector.port())).isEqualTo(3);
            database.sql("drop trigger audit_row_append_only");
            database.sql("truncate table audit_row");
            database.sql("update audit_head set seq = 0, hash = '" + AuditEntry.GENESIS + "'");
            happen(database, 1);
            assertThat(tell(database, collector.port())).isEqualTo(1);
            assertThat(numbers(collector)).containsExactly(1L, 2L, 3L, 1L);
            assertThat(collector.messages().get(3))
                    .isNotEqualTo(collector.messages().get(0));
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
        return tell(database, trusting(trusted, port));
    }

    private static FeedSettings trusting(Certificates trusted, int port) {
        return new FeedSettings("localhost", port, trusted.pem(), Optional.empty(), new char[0]);
    }

    private static FeedSettings showing(Certificates own, int port) {
        return new FeedSettings(
                "localhost",
                port,
                CERTIFICATES.pem(),
                Optional.of(own.keyStore()),
                Certificates.PASSWORD.toCharArray());
    }

    private static long tell(TestDatabase.Opened database, FeedSettings settings) {
        try {
            return feed(database, settings).run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FeedRun feed(TestDatabase.Opened database, FeedSettings settings) throws IOException {
        return new FeedRun(ledger(database), new Collector(settings, Trust.of(settings), TIMER), "test");
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
