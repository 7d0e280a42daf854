package org.mammoflow.inference;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSProducer;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Queue;
import java.lang.System.Logger.Level;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Wakes workers up: a job's number as text, sent after the commit that queued it. A message that cannot be sent is no
 * error: the job is in the table, and {@link JobSweeper} wakes again. So the messages are not worth a place in the
 * broker's journal either, and jobs that were queued at the same moment share a session.
 */
@ApplicationScoped
public class JobWakeUp {

    @Resource(lookup = "java:/MammoflowJms")
    ConnectionFactory connections;

    @Resource(lookup = "java:/jms/queue/InferenceJobs")
    Queue queue;

    @Resource
    ManagedExecutorService executor;

    private final java.util.Queue<Long> jobs = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean sending = new AtomicBoolean();

    void on(@Observes(during = TransactionPhase.AFTER_SUCCESS) JobQueued job) {
        wake(job.jobId());
    }

    // On another thread: the one that commits still belongs to its transaction, in which nothing can be sent any more.
    void wake(long jobId) {
        jobs.add(jobId);
        if (sending.compareAndSet(false, true)) {
            executor.execute(this::send);
        }
    }

    private void send() {
        // Before the first is taken: a job that is added from here on starts a round of its own.
        sending.set(false);
        try (JMSContext context = connections.createContext()) {
            JMSProducer producer = context.createProducer().setDeliveryMode(DeliveryMode.NON_PERSISTENT);
            for (Long job = jobs.poll(); job != null; job = jobs.poll()) {
                producer.send(queue, Long.toString(job));
            }
        } catch (JMSRuntimeException e) {
            System.getLogger("org.mammoflow.inference")
                    .log(Level.WARNING, "workers not woken, the sweeper will: %s".formatted(e.getMessage()));
        }
    }
}
