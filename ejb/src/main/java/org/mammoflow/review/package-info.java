/**
 * The worklist, claims, reading sessions, and how cases are read: verdicts, assessments, signatures, second readers,
 * arbitration, and samples of finished cases that are read anew.
 *
 * <p>In: opinions formed by {@code finding}, a radiologist's statements, the site's policy. Out: worklist pages, cases,
 * reviews, entries; each only as far as {@link org.mammoflow.review.Sights} lets the caller see. Never: a changed or
 * removed statement (a change or withdrawal is a new one), two readers' decisions on one finding in one reading, a second
 * reader who sees the first, a re-reader who sees anybody or the network, the network's opinion before the reader's own
 * where the site reads so, a suggestion which verdict is right, a signature under something that was not on show.
 */
package org.mammoflow.review;
