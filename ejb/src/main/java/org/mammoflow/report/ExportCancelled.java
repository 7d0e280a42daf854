package org.mammoflow.report;

import jakarta.ejb.ApplicationException;

/** Whoever wanted the file does not want it any more: nothing of it is left. */
@ApplicationException(rollback = true)
public final class ExportCancelled extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ExportCancelled(long rows) {
        super("cancelled after " + rows + " rows");
    }
}
