package org.mammoflow.dicom.net.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.UnaryOperator;
import org.mammoflow.dicom.net.dimse.Response;
import org.mammoflow.dicom.net.upper.AcceptorConfig;
import org.mammoflow.dicom.net.upper.AssociationInfo;
import org.mammoflow.dicom.net.upper.AssociationListener;
import org.mammoflow.dicom.net.upper.AssociationPolicy;
import org.mammoflow.dicom.net.upper.Deadlines;

/** A storage SCP on a free local port, which keeps the digest of every object and tells what happened. */
public final class RunningScp implements AutoCloseable {

    public static final String AE_TITLE = "MAMMOFLOW";

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Of a caller that waits so long for each step of a C-ECHO and no longer; on an idle machine it takes milliseconds. */
    public static final Deadlines ECHO_DEADLINES =
            new Deadlines(PATIENCE, PATIENCE, PATIENCE, PATIENCE, Deadlines.DEFAULT.closing());

    private final BlockingQueue<Stored> stored = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> happened = new LinkedBlockingQueue<>();
    private final StorageServer scp;

    private RunningScp(
            StorageStack stack,
            AcceptorConfig config,
            AssociationPolicy policy,
            Optional<StorageHandler> handler,
            Optional<CommitmentHandler> commitment) {
        try {
            scp = stack.open(
                    StorageScpConfig.mammography(config),
                    policy,
                    new StorageApplication(handler.orElse(this::digest), commitment),
                    new Recorder());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An object that the SCP received whole. */
    public record Stored(StoreRequest request, long length, String sha256) {}

    public static RunningScp start() {
        return start(config -> config);
    }

    public static RunningScp start(UnaryOperator<AcceptorConfig> change) {
        return on(builtin(), change);
    }

    public static RunningScp withHandler(StorageHandler handler) {
        return storing(builtin(), handler);
    }

    public static RunningScp withPolicy(AssociationPolicy policy) {
        return admitting(builtin(), policy);
    }

    private static StorageStack builtin() {
        return StorageStack.named(StorageStack.BUILTIN);
    }

    public static RunningScp on(StorageStack stack, UnaryOperator<AcceptorConfig> change) {
        return new RunningScp(stack, change.apply(localConfig()), anybody(), Optional.empty(), Optional.empty());
    }

    public static RunningScp storing(StorageStack stack, StorageHandler handler) {
        return new RunningScp(stack, localConfig(), anybody(), Optional.of(handler), Optional.empty());
    }

    public static RunningScp admitting(StorageStack stack, AssociationPolicy policy) {
        return new RunningScp(stack, localConfig(), policy, Optional.empty(), Optional.empty());
    }

    public static RunningScp committing(StorageStack stack, CommitmentHandler commitment) {
        return new RunningScp(stack, localConfig(), anybody(), Optional.empty(), Optional.of(commitment));
    }

    /** Takes an object, and answers only when it may go on. */
    static StorageHandler holding(CountDownLatch storing, CountDownLatch goOn) {
        return (request, dataSet) -> {
            storing.countDown();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            return StoreResponse.success();
        };
    }

    private static AssociationPolicy anybody() {
        return caller -> new AssociationPolicy.Admitted();
    }

    static AcceptorConfig localConfig() {
        return AcceptorConfig.of(AE_TITLE)
                .withBind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .withGrace(Duration.ofSeconds(5));
    }

    public int port() {
        return scp.port();
    }

    public StorageServer scp() {
        return scp;
    }

    public Peer peer() {
        return Peer.of("localhost", port(), AE_TITLE, "TEST");
    }

    /** The answer to a C-ECHO within {@link #ECHO_DEADLINES}. */
    public Response echo() throws IOException {
        return Verification.echo(peer().withDeadlines(ECHO_DEADLINES));
    }

    /** The next object that arrives, or has arrived. */
    public Stored nextStored() {
        return next(stored);
    }

    /** The next event of an association, such as {@code opened} or {@code aborted: reason}. */
    public String nextEvent() {
        return next(happened);
    }

    /** Connections are refused from the moment that the server is closing. */
    void awaitRefusal() {
        try {
            while (true) {
                Verification.echo("localhost", port(), AE_TITLE, "TEST", Duration.ofMillis(500));
            }
        } catch (IOException refused) {
            // It is.
        }
    }

    void forgetEvents() {
        happened.clear();
        stored.clear();
    }

    public boolean storedNothing() {
        return stored.isEmpty();
    }

    private static <T> T next(BlockingQueue<T> queue) {
        try {
            T next = queue.poll(20, java.util.concurrent.TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("nothing happened within 20 s");
            }
            return next;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private StoreResponse digest(StoreRequest request, ReadableByteChannel dataSet) throws IOException {
        MessageDigest digest = sha256();
        ByteBuffer buffer = ByteBuffer.allocate(64 * 1024);
        long length = 0;
        while (dataSet.read(buffer) >= 0) {
            length += buffer.position();
            digest.update(buffer.flip());
            buffer.clear();
        }
        stored.add(new Stored(request, length, HexFormat.of().formatHex(digest.digest())));
        return StoreResponse.success();
    }

    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    /** What the SCP accepts, for an SCU that proposes all of it in one syntax. */
    public static Map<String, List<String>> uncompressedMammograms() {
        return Map.of(
                org.mammoflow.dicom.data.Uid.DIGITAL_MAMMOGRAPHY_X_RAY_IMAGE_STORAGE_FOR_PRESENTATION,
                MammographyStorage.UNCOMPRESSED);
    }

    @Override
    public void close() {
        scp.close();
    }

    /** Turns what the listener hears into lines. */
    private final class Recorder implements AssociationListener {

        @Override
        public void opened(AssociationInfo association) {
            happened.add("opened");
        }

        @Override
        public void rejected(AssociationInfo caller, int result, int source, int reason) {
            happened.add("rejected " + result + "/" + source + "/" + reason);
        }

        @Override
        public void released(AssociationInfo association) {
            happened.add("released");
        }

        @Override
        public void aborted(AssociationInfo association, String reason) {
            happened.add("aborted: " + reason);
        }

        @Override
        public void failed(InetSocketAddress remote, boolean secure, String reason) {
            happened.add("failed: " + reason);
        }

        @Override
        public void handshakeRefused(InetSocketAddress remote, String reason) {
            happened.add("handshake refused: " + reason);
        }
    }
}
