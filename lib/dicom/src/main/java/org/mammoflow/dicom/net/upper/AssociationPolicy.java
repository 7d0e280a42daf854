package org.mammoflow.dicom.net.upper;

/** Decides whether an association may be opened; asked on every A-ASSOCIATE-RQ, so that changes count at once. */
@FunctionalInterface
public interface AssociationPolicy {

    Admission admit(AssociationInfo caller);

    /** The decision about one A-ASSOCIATE-RQ. */
    sealed interface Admission {}

    /** The association is opened. */
    record Admitted() implements Admission {}

    /**
     * The association is refused by A-ASSOCIATE-RJ (PS3.8 9.3.4).
     *
     * @param result 1 rejected-permanent, 2 rejected-transient
     * @param source 1 service-user, 2 service-provider (ACSE), 3 service-provider (presentation)
     * @param reason after table 9-21: with source 1: 1 no reason given, 2 application context not supported, 3 calling
     *     AE title not recognised, 7 called AE title not recognised; with source 3: 1 temporary congestion,
     *     2 local limit exceeded
     */
    record Rejected(int result, int source, int reason) implements Admission {}
}
