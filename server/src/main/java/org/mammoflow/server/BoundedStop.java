package org.mammoflow.server;

import java.io.PrintStream;
import java.time.Duration;

/**
 * Ends the server when its orderly stop takes too long: a failed deployment or a data folder that was deleted can keep
 * WildFly waiting for ever. Safe, because what was acknowledged is committed. An agent of the server's JVM, so that it is
 * there however far the start came.
 */
public final class BoundedStop {

    private BoundedStop() {}

    /** @param seconds how long a stop may take */
    public static void premain(String seconds) {
        Duration patience = Duration.ofSeconds(Long.parseLong(seconds));
        // WildFly will replace System.err, and may not write any more when it is needed.
        PrintStream err = System.err;
        Thread end = new Thread(() -> endAfter(patience, err), "bounded stop");
        end.setDaemon(true);
        Runtime.getRuntime().addShutdownHook(new Thread(end::start, "bounded stop begins"));
    }

    private static void endAfter(Duration patience, PrintStream err) {
        try {
            Thread.sleep(patience.toMillis());
        } catch (InterruptedException notInterruptible) {
            Thread.currentThread().interrupt();
        }
        err.printf(
                "The stop took longer than %d s and was cut short. What was acknowledged is on the disk.%n",
                patience.toSeconds());
        Runtime.getRuntime().halt(143);
    }
}
