package org.mammoflow.instance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.mammoflow.platform.Digest;

/** Whether a stored object is still, byte by byte, what was received. */
@ApplicationScoped
public class Fixity {

    private static final int BUFFER_BYTES = 256 * 1024;

    /** What is left of an object. */
    public enum Verdict {
        /** Registered, and its file has the SHA-256 that it was registered with. */
        KEPT,
        /** No object of this SOP Instance UID is registered. */
        NOT_STORED,
        /** The UID is registered with another SOP class. */
        OTHER_SOP_CLASS,
        /** The file is missing, unreadable or has another content. */
        DAMAGED
    }

    @Inject
    Instances instances;

    @Inject
    ObjectStore store;

    /** Reads the whole file: an object's row is committed only after its file was fsynced, so both are looked at. */
    public Verdict check(String sopClassUid, String sopInstanceUid) {
        return instances
                .bySopInstanceUid(sopInstanceUid)
                .map(instance -> instance.sopClassUid().equals(sopClassUid) ? check(instance) : Verdict.OTHER_SOP_CLASS)
                .orElse(Verdict.NOT_STORED);
    }

    private Verdict check(Instance instance) {
        try {
            if (sha256(store.file(instance.sha256())).equals(instance.sha256())) {
                return Verdict.KEPT;
            }
            report(instance, "its content has changed", null);
        } catch (IOException e) {
            report(instance, "it cannot be read", e);
        }
        return Verdict.DAMAGED;
    }

    private static void report(Instance instance, String fault, IOException cause) {
        System.getLogger("org.mammoflow.instance")
                .log(
                        Level.ERROR,
                        "sop=%s file %s.dcm is damaged: %s; remedy: restore it from the backup or have it sent again"
                                .formatted(instance.sopInstanceUid(), instance.sha256(), fault),
                        cause);
    }

    private static String sha256(Path file) throws IOException {
        Digest digest = new Digest();
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
        try (FileChannel channel = FileChannel.open(file)) {
            while (channel.read(buffer.clear()) >= 0) {
                digest.update(buffer.flip());
            }
        }
        return digest.value();
    }
}
