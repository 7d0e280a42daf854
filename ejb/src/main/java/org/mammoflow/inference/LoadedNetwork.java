package org.mammoflow.inference;

import org.mammoflow.classifier.Network;

/** A loaded network and the calls under way on it. Its session is closed after the last of them, never during one. */
final class LoadedNetwork {

    private final Network network;
    private final Runnable close;
    private int calls;
    private boolean retired;

    LoadedNetwork(Network network) {
        this(network, network::close);
    }

    /** With another way to close it. */
    LoadedNetwork(Network network, Runnable close) {
        this.network = network;
        this.close = close;
    }

    /** A call under way; close it when it has ended, or the network stays in memory. */
    final class Call implements AutoCloseable {

        private boolean ended;

        Network network() {
            return network;
        }

        /** One more call beside this one, which is still under way: for work that may outlast it. */
        Call another() {
            synchronized (LoadedNetwork.this) {
                calls++;
                return new Call();
            }
        }

        @Override
        public void close() {
            synchronized (LoadedNetwork.this) {
                if (!ended) {
                    ended = true;
                    calls--;
                    closeWhenUnused();
                }
            }
        }
    }

    Network network() {
        return network;
    }

    synchronized Call begin() {
        if (retired) {
            throw new IllegalStateException("network retired: no call may begin on it");
        }
        calls++;
        return new Call();
    }

    /** No call begins any more; those under way go on. */
    synchronized void retire() {
        if (!retired) {
            retired = true;
            closeWhenUnused();
        }
    }

    private void closeWhenUnused() {
        if (retired && calls == 0) {
            close.run();
        }
    }
}
