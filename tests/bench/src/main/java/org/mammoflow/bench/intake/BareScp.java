package org.mammoflow.bench.intake;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.mammoflow.dicom.net.storage.StorageApplication;
import org.mammoflow.dicom.net.storage.StorageHandler;
import org.mammoflow.dicom.net.storage.StorageScpConfig;
import org.mammoflow.dicom.net.storage.StorageStack;
import org.mammoflow.dicom.net.storage.disk.IncomingFolder;
import org.mammoflow.dicom.net.upper.AcceptorConfig;
import org.mammoflow.dicom.net.upper.AssociationListener;
import org.mammoflow.dicom.net.upper.AssociationPolicy;
import org.mammoflow.dicom.net.upper.Limits;

/** A stack's SCP with a handler that writes, hashes and fsyncs as it is told, and nothing else. */
final class BareScp {

    static final String AE_TITLE = "MAMMOFLOW";

    private BareScp() {}

    public static void main(String[] arguments) throws IOException {
        InetSocketAddress bind =
                new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0]));
        StorageStack.named(arguments[3])
                .open(
                        StorageScpConfig.mammography(AcceptorConfig.of(AE_TITLE)
                                .withBind(bind)
                                .withLimits(new Limits(64, 32, 64))
                                .withThreads(Thread::new)),
                        caller -> new AssociationPolicy.Admitted(),
                        StorageApplication.of(handler(Path.of(arguments[1]), arguments[2])),
                        new AssociationListener() {});
    }

    private static StorageHandler handler(Path folder, String care) throws IOException {
        return switch (care) {
            case "hash-fsync" -> new DurableFiles(IncomingFolder.at(folder), true);
            case "hash-cache-fsync" -> new DurableFiles(IncomingFolder.throughPageCache(folder), true);
            case "hash" -> new DurableFiles(IncomingFolder.throughPageCache(folder), false);
            case "plain" -> new PlainFiles(folder);
            default -> throw new IllegalArgumentException("no handler " + care);
        };
    }
}
