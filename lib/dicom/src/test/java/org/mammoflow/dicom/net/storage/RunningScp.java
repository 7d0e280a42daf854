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
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.UnaryOperator;
import org.mammoflow.dicom.net.upper.AcceptorConfig;
import org.mammoflow.dicom.net.upper.AssociationInfo;
import org.mammoflow.dicom.net.upper.AssociationListener;
import org.mammoflow.dicom.net.upper.AssociationPolicy;

/** A storage SCP on a free local port, which keeps the digest of every object and tells what happened. */
public final class RunningScp implements AutoCloseable {

    public static final String AE_TITLE = "MAMMOFLOW";

    private final BlockingQueue<Stored> stored = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> happened = new LinkedBlockingQueue<>();
    private final StorageScp scp;

    private RunningScp(AcceptorConfig config, AssociationPolicy policy, StorageHandler handler) {
        try {
            scp = StorageScp.open(
                    StorageScpConfig.mammography(config),
                    policy,
                    handler == null ? this::digest : handler,
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
        return new RunningScp(change.apply(localConfig()), caller -> new AssociationPolicy.Admitted(), null);
    }

    public static RunningScp withHandler(StorageHandler handler) {
        return new RunningScp(localConfig(), caller -> new AssociationPolicy.Admitted(), handler);
    }

    public static RunningScp withPolicy(AssociationPolicy policy) {
        return new RunningScp(localConfig(), policy, null);
    }

    static AcceptorConfig localConfig() {
        return AcceptorConfig.of(AE_TITLE)
                .withBind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .withGrace(Duration.ofSeconds(5));
    }

    public int port() {
        return scp.port();
    }

    public StorageScp scp() {
        return scp;
    }

    public Peer peer() {
        return Peer.of("localhost", port(), AE_TITLE, "TEST");
    }

    /** The next object that arrives, or has arrived. */
    public Stored nextStored() {
        return next(stored);
    }

    /** The next event of an association, such as {@code opened} or {@code aborted: reason}. */
    public String nextEvent() {
        return next(happened);
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
    }
}
