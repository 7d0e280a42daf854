package org.mammoflow.dicom.net.upper;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicLong;

/** The threads that are used when no container gives its own: daemons, so that they never keep a process alive. */
public enum DicomThreads implements ThreadFactory {
    INSTANCE;

    private final AtomicLong count = new AtomicLong();

    @Override
    public Thread newThread(Runnable work) {
        Thread thread = new Thread(work, "dicom-" + count.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }
}
