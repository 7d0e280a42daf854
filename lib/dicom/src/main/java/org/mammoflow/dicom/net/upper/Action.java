package org.mammoflow.dicom.net.upper;

/** What the upper layer protocol machine does (PS3.8 tables 9-6 to 9-9). */
enum Action {
    /** Issue a transport connect request. */
    AE_1,
    /** Send A-ASSOCIATE-RQ. */
    AE_2,
    /** Issue the A-ASSOCIATE confirmation (accept). */
    AE_3,
    /** Issue the A-ASSOCIATE confirmation (reject) and close. */
    AE_4,
    /** Accept the transport connection, start ARTIM. */
    AE_5,
    /** Stop ARTIM; acceptable: A-ASSOCIATE indication; otherwise send A-ASSOCIATE-RJ. */
    AE_6,
    /** Send A-ASSOCIATE-AC. */
    AE_7,
    /** Send A-ASSOCIATE-RJ, start ARTIM. */
    AE_8,
    /** Send P-DATA-TF. */
    DT_1,
    /** Issue the P-DATA indication. */
    DT_2,
    /** Send A-RELEASE-RQ. */
    AR_1,
    /** Issue the A-RELEASE indication. */
    AR_2,
    /** Issue the A-RELEASE confirmation and close. */
    AR_3,
    /** Send A-RELEASE-RP, start ARTIM. */
    AR_4,
    /** Stop ARTIM. */
    AR_5,
    /** Issue the P-DATA indication while a release is under way. */
    AR_6,
    /** Send P-DATA-TF while the peer awaits our release response. */
    AR_7,
    /** Issue the A-RELEASE indication: release collision. */
    AR_8,
    /** Send A-RELEASE-RP (collision, requestor side). */
    AR_9,
    /** Issue the A-RELEASE confirmation (collision, acceptor side). */
    AR_10,
    /** Send A-ABORT, start ARTIM. */
    AA_1,
    /** Stop ARTIM, close. */
    AA_2,
    /** Issue the A-ABORT or A-P-ABORT indication and close. */
    AA_3,
    /** Issue the A-P-ABORT indication. */
    AA_4,
    /** Stop ARTIM. */
    AA_5,
    /** Ignore the PDU. */
    AA_6,
    /** Send A-ABORT. */
    AA_7,
    /** Send A-ABORT as service-provider, issue the A-P-ABORT indication, start ARTIM. */
    AA_8
}
