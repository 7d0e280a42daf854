/**
 * Who did what to which object: append-only and hash-chained.
 *
 * <p>In: {@link org.mammoflow.audit.AuditEvent}s, in the transaction of the change that they tell of; when the row
 * cannot be written the change fails. Out: rows for the auditor, the verdict on the chain, and its end
 * signed with the installation's key, once a day and at every export. Never: a patient's name or
 * identifier, a decision of its own, a changed or removed row.
 */
package org.mammoflow.audit;
