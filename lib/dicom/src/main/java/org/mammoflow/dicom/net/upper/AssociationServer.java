package org.mammoflow.dicom.net.upper;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Optional;

/** Accepts associations on a plain port and, if configured, on a TLS port, and gives each to the service-user. */
public final class AssociationServer implements AutoCloseable {

    /** Read by each system call at most; at least a whole A-ASSOCIATE PDU. */
    private static final int INPUT_BUFFER = 256 * 1024;

    /** Responses and event reports; longer ones go out in several PDUs. */
    private static final int OUTPUT_BUFFER = 8 * 1024;

    private final AcceptorConfig config;
    private final OfferedServices services;
    private final AssociationPolicy policy;
    private final AssociationListener listener;
    private final AssociationUser user;
    private final Watchdog watchdog;
    private final Admissions admissions;
    private final Lobby lobby;
    private final BufferPool buffers = new BufferPool(INPUT_BUFFER);
    private final Connections connections;
    private final Port plain;
    private final Optional<Port> secure;
    private volatile boolean closed;

    private AssociationServer(
            AcceptorConfig config,
            OfferedServices services,
            AssociationPolicy policy,
            AssociationListener listener,
            AssociationUser user)
            throws IOException {
        this.config = config;
        this.services = services;
        this.policy = policy;
        this.listener = listener;
        this.user = user;
        this.admissions = new Admissions(config.limits());
        this.lobby = new Lobby(config.limits().connections());
        this.connections = new Connections(config.limits());
        this.plain = Port.bind(config.bind(), config.backlog());
        this.secure =
                config.tls().isPresent() ? Optional.of(bindSecure(config.tls().get())) : Optional.empty();
        this.watchdog = new Watchdog(config.threads());
    }

    /** Binds the ports and starts accepting. */
    public static AssociationServer open(
            AcceptorConfig config,
            OfferedServices services,
            AssociationPolicy policy,
            AssociationListener listener,
            AssociationUser user)
            throws IOException {
        AssociationServer server = new AssociationServer(config, services, policy, listener, user);
        server.start();
        return server;
    }

    private Port bindSecure(TlsPort tls) throws IOException {
        try {
            return Port.bind(new InetSocketAddress(config.bind().getAddress(), tls.port()), config.backlog());
        } catch (IOException e) {
            plain.close();
            throw e;
        }
    }

    private void start() {
        plain.accept(config.threads(), this::connected);
        secure.ifPresent(port -> port.accept(config.threads(), this::connectedSecurely));
    }

    /** The plain port. */
    public int port() {
        return plain.number();
    }

    /** The TLS port, if there is one. */
    public Optional<Integer> tlsPort() {
        return secure.map(Port::number);
    }

    /** The associations that are open now. */
    public int associations() {
        return admissions.taken();
    }

    private void connected(SocketChannel channel) throws IOException {
        begin(new PlainTransport(channel));
    }

    private void connectedSecurely(SocketChannel channel) throws IOException {
        begin(TlsProfile.server(new PlainTransport(channel), config.tls().orElseThrow()));
    }

    private void begin(Transport transport) {
        PduInput input = new PduInput(transport, buffers.take(), config.maximumLength());
        PduOutput output = new PduOutput(transport, ByteBuffer.allocate(OUTPUT_BUFFER));
        PduConnection connection = new PduConnection(transport, watchdog.watch(transport), input, output);
        Acceptance acceptance = new Acceptance(this, transport, connection);
        lobby.enter(transport);
        boolean started = false;
        try {
            if (connections.enter(acceptance) && !closed) {
                config.threads().newThread(acceptance).start();
                started = true;
            }
        } finally {
            if (!started) {
                transport.close();
                ended(acceptance);
            }
        }
    }

    void ended(Acceptance acceptance) {
        lobby.leave(acceptance.transport());
        watchdog.forget(acceptance.connection().deadline());
        buffers.giveBack(acceptance.connection().input().buffer());
        connections.leave(acceptance);
    }

    Optional<Rejection> askPolicy(AssociationInfo caller) {
        try {
            AssociationPolicy.Admission admission = policy.admit(caller);
            return admission instanceof AssociationPolicy.Rejected no
                    ? Optional.of(new Rejection(no.result(), no.source(), no.reason()))
                    : Optional.empty();
        } catch (RuntimeException undecided) {
            // Whoever cannot be judged now, say because the database is down, may try again.
            return Optional.of(Rejection.TEMPORARY_CONGESTION);
        }
    }

    /** Stops accepting, lets running messages finish within the grace time, then ends what is left. */
    @Override
    public void close() {
        closed = true;
        plain.close();
        secure.ifPresent(Port::close);
        lobby.clear();
        connections.all().forEach(acceptance -> acceptance.retire("shutting down"));
        if (!connections.awaitEnd(config.grace())) {
            connections.all().forEach(acceptance -> acceptance.transport().close());
            connections.awaitEnd(Duration.ofSeconds(2));
        }
        watchdog.close();
        buffers.clear();
    }

    boolean isClosed() {
        return closed;
    }

    AcceptorConfig config() {
        return config;
    }

    OfferedServices services() {
        return services;
    }

    AssociationListener listener() {
        return listener;
    }

    AssociationUser user() {
        return user;
    }

    Admissions admissions() {
        return admissions;
    }

    Lobby lobby() {
        return lobby;
    }
}
