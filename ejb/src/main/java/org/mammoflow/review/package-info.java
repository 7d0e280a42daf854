/**
 * The worklist, claims, and the radiologist's immutable confirm or reject.
 *
 * <p>In: opinions formed by {@code finding}, a radiologist's decisions. Out: worklist pages, cases, reviews. Never: a
 * changed or removed review (a change is a new, signed revision), two readers' decisions on one finding at once, a
 * suggestion which verdict is right.
 */
package org.mammoflow.review;
