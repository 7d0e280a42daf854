package org.mammoflow.dicom.net.storage;

import java.io.IOException;
import java.util.ServiceLoader;
import org.mammoflow.dicom.net.upper.AssociationListener;
import org.mammoflow.dicom.net.upper.AssociationPolicy;

/** An implementation of the storage services; which ones there are depends on what is on the class path. */
public interface StorageStack {

    /** The toolkit of this module. */
    String BUILTIN = "builtin";

    /** The name that the setting {@code mammoflow.dicom.stack} chooses it by. */
    String name();

    /** Name and version, for people. */
    String title();

    /**
     * Binds the ports and starts accepting.
     *
     * @throws IOException when a port cannot be bound
     */
    StorageServer open(
            StorageScpConfig config,
            AssociationPolicy policy,
            StorageApplication application,
            AssociationListener listener)
            throws IOException;

    /** Opens the first association, so that a peer that cannot be reached is known at once. */
    StorageClient connect(ScuConfig config) throws IOException;

    /**
     * Makes one attempt to deliver a report on an association of its own.
     *
     * @throws IOException when the requester has not answered with Success; the message says which step failed
     */
    void deliver(CommitmentReport report, Peer requester) throws IOException;

    /**
     * The stack of this name.
     *
     * @throws IllegalArgumentException when there is none, with the names of those there are
     */
    static StorageStack named(String name) {
        if (name.equals(BUILTIN)) {
            return new BuiltinStack();
        }
        ServiceLoader<StorageStack> others =
                ServiceLoader.load(StorageStack.class, StorageStack.class.getClassLoader());
        return others.stream()
                .map(ServiceLoader.Provider::get)
                .filter(stack -> stack.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("no DICOM stack \"" + name + "\" in this build; there is "
                                + BUILTIN
                                + others.stream()
                                        .map(stack -> ", " + stack.get().name())
                                        .reduce("", String::concat)));
    }
}
