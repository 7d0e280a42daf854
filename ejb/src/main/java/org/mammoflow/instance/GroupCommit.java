package org.mammoflow.instance;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Lets objects that arrive at the same moment on several associations share one transaction. An object that comes alone
 * does not wait for company.
 */
@ApplicationScoped
public class GroupCommit {

    private static final int MOST = 64;

    private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();

    @Inject
    Registering registering;

    @Resource
    ManagedThreadFactory threads;

    private Thread committer;

    private record Waiting(SealedObject object, CompletableFuture<StoreOutcome> outcome) {}

    @PostConstruct
    void start() {
        committer = threads.newThread(this::commitForEver);
        committer.setName("mammoflow-group-commit");
        committer.start();
    }

    @PreDestroy
    void stop() {
        committer.interrupt();
    }

    /** Returns when the object's transaction has committed; throws what made it fail. */
    StoreOutcome register(SealedObject object) {
        Waiting waiting = new Waiting(object, new CompletableFuture<>());
        queue.add(waiting);
        return waiting.outcome().join();
    }

    private void commitForEver() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                List<Waiting> group = new ArrayList<>();
                group.add(queue.take());
                queue.drainTo(group, MOST - 1);
                commit(group);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    // One bad object must not fail its neighbours: a group that does not commit is committed one by one.
    private void commit(List<Waiting> group) {
        try {
            List<StoreOutcome> outcomes =
                    registering.register(group.stream().map(Waiting::object).toList());
            for (int i = 0; i < group.size(); i++) {
                group.get(i).outcome().complete(outcomes.get(i));
            }
        } catch (RuntimeException | Error e) {
            // An Error too: associations wait for their outcome, and nobody else would tell them.
            if (group.size() == 1) {
                group.get(0).outcome().completeExceptionally(e);
            } else {
                group.forEach(waiting -> commit(List.of(waiting)));
            }
        }
    }
}
