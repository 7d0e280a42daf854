package org.mammoflow.dicom.net.storage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadFactory;
import org.mammoflow.dicom.net.upper.DicomThreads;
import org.mammoflow.dicom.net.upper.ProposedContext;

/**
 * How a storage SCU calls its peer.
 *
 * @param transferSyntaxes what to propose: for every SOP class its transfer syntaxes, each in a presentation context
 *     of its own, so that any object can go in the syntax that it has; at most 127 contexts
 * @param associations how many are open at most at a time
 * @param response how long the peer may take for a C-STORE-RSP
 * @param rest how long an association may lie unused and still be used again
 * @param threads gives one thread, for the deadlines
 */
public record ScuConfig(
        Peer peer,
        Map<String, List<String>> transferSyntaxes,
        int associations,
        Duration response,
        Duration rest,
        ThreadFactory threads) {

    private static final int MAXIMUM_CONTEXTS = 127;

    public ScuConfig {
        transferSyntaxes = Map.copyOf(transferSyntaxes);
        int contexts = transferSyntaxes.values().stream().mapToInt(List::size).sum();
        if (contexts > MAXIMUM_CONTEXTS) {
            throw new IllegalArgumentException(contexts + " presentation contexts, at most " + MAXIMUM_CONTEXTS);
        }
    }

    /** One association, a minute for each response. */
    public static ScuConfig of(Peer peer, Map<String, List<String>> transferSyntaxes) {
        return new ScuConfig(
                peer, transferSyntaxes, 1, Duration.ofSeconds(60), Duration.ofSeconds(15), DicomThreads.INSTANCE);
    }

    public ScuConfig withAssociations(int newAssociations) {
        return new ScuConfig(peer, transferSyntaxes, newAssociations, response, rest, threads);
    }

    List<ProposedContext> contexts() {
        List<ProposedContext> contexts = new ArrayList<>();
        contexts.add(Verification.context(1));
        transferSyntaxes.forEach((sopClass, syntaxes) -> {
            for (String syntax : syntaxes) {
                contexts.add(new ProposedContext(2 * contexts.size() + 1, sopClass, List.of(syntax)));
            }
        });
        return contexts;
    }
}
