package org.mammoflow.dicom.net.upper;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;

/**
 * Where and how associations are accepted.
 *
 * @param bind address and port of the plain port; port 0 for any free one
 * @param tls a second port, for DICOM over TLS
 * @param aeTitle the called AE title that callers must use
 * @param maximumLength the longest P-DATA-TF variable field that callers may send, in bytes
 * @param backlog connections that the kernel keeps until they are accepted
 * @param grace how long running messages may go on when the server closes
 * @param threads one platform thread per connection, one per port and one for the deadlines come from here
 */
public record AcceptorConfig(
        InetSocketAddress bind,
        Optional<TlsPort> tls,
        String aeTitle,
        int maximumLength,
        Deadlines deadlines,
        Limits limits,
        int backlog,
        Duration grace,
        ThreadFactory threads) {

    /** 128 kB PDUs made dcm4che's server 1.4 times as fast as its default of 16 kB; longer ones gained nothing. */
    public static final int DEFAULT_MAXIMUM_LENGTH = 256 * 1024;

    /** The defaults on all addresses and any free port. */
    public static AcceptorConfig of(String aeTitle) {
        return new AcceptorConfig(
                new InetSocketAddress((InetAddress) null, 0),
                Optional.empty(),
                aeTitle,
                DEFAULT_MAXIMUM_LENGTH,
                Deadlines.DEFAULT,
                Limits.DEFAULT,
                128,
                Duration.ofSeconds(10),
                DicomThreads.INSTANCE);
    }

    public AcceptorConfig withBind(InetSocketAddress newBind) {
        return new AcceptorConfig(newBind, tls, aeTitle, maximumLength, deadlines, limits, backlog, grace, threads);
    }

    public AcceptorConfig withPort(int port) {
        return withBind(new InetSocketAddress(bind.getAddress(), port));
    }

    public AcceptorConfig withTls(TlsPort newTls) {
        return new AcceptorConfig(
                bind, Optional.of(newTls), aeTitle, maximumLength, deadlines, limits, backlog, grace, threads);
    }

    public AcceptorConfig withMaximumLength(int newMaximumLength) {
        return new AcceptorConfig(bind, tls, aeTitle, newMaximumLength, deadlines, limits, backlog, grace, threads);
    }

    public AcceptorConfig withDeadlines(Deadlines newDeadlines) {
        return new AcceptorConfig(bind, tls, aeTitle, maximumLength, newDeadlines, limits, backlog, grace, threads);
    }

    public AcceptorConfig withLimits(Limits newLimits) {
        return new AcceptorConfig(bind, tls, aeTitle, maximumLength, deadlines, newLimits, backlog, grace, threads);
    }

    public AcceptorConfig withGrace(Duration newGrace) {
        return new AcceptorConfig(bind, tls, aeTitle, maximumLength, deadlines, limits, backlog, newGrace, threads);
    }

    public AcceptorConfig withThreads(ThreadFactory newThreads) {
        return new AcceptorConfig(bind, tls, aeTitle, maximumLength, deadlines, limits, backlog, grace, newThreads);
    }
}
