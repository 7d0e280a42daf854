package org.mammoflow.inference;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Queue;
import java.lang.System.Logger.Level;

/**
 * Wakes a worker up: the job's number as text, sent after the commit that queued it. A message that cannot be sent is
 * no error: the job is in the table, and {@link JobSweeper} wakes again.
 */
@ApplicationScoped
public class JobWakeUp {

    @Resource(lookup = "java:/MammoflowJms")
    ConnectionFactory connections;

    @Resource(lookup = "java:/jms/queue/InferenceJobs")
    Queue queue;

    @Resource
    ManagedExecutorService executor;

    // On another thread: the one that commits still belongs to its transaction, in which nothing can be sent any more.
    void on(@Observes(during = TransactionPhase.AFTER_SUCCESS) JobQueued job) {
        executor.execute(() -> wake(job.jobId()));
    }

    void wake(long jobId) {
        try (JMSContext context = connections.createContext()) {
            context.createProducer().send(queue, Long.toString(jobId));
        } catch (JMSRuntimeException e) {
            System.getLogger("org.mammoflow.inference")
                    .log(Level.WARNING, "job=%d not woken, the sweeper will: %s".formatted(jobId, e.getMessage()));
        }
    }
}
