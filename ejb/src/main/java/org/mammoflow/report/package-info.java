/**
 * The auditor's report: read-only queries, a file, its digest, who asked.
 *
 * <p>In: a filter. Out: counts and rows, statistics, accuracy where outcomes are known, and plots, as CSV, XLSX, PDF and
 * FHIR; a ledger of all that was received; rows of the audit trail by a filter; every export is an audit row before its
 * first byte leaves. Never: a changed record, a patient's name or identifier, a number that the rows do not bear out.
 */
package org.mammoflow.report;
