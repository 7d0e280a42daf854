package org.mammoflow.dicom.net.upper;

/** The service-user above the upper layer: speaks DIMSE on one association until it ends. */
@FunctionalInterface
public interface AssociationUser {

    /**
     * Called once per association on its own thread. When it returns with the association still open, the association
     * is aborted.
     */
    void serve(Association association) throws AssociationAbortedException;
}
