/**
 * What became of an examination, as the clinic tells it afterwards: biopsy or follow-up.
 *
 * <p>A room of its own and no part of {@code report}: an outcome is a record that stays, and {@code report} only reads.
 * {@code report} compares outcomes with statements and verdicts; nothing here knows either.
 *
 * <p>In: an auditor's CSV file. Out: insert-only rows, one for each study that the file says something new about, in one
 * transaction with their audit rows. Never: half a file, a changed or removed outcome, a guess which study was meant, a
 * patient's identifier in a message.
 */
package org.mammoflow.outcome;
