/**
 * The immutable statement of a network about an image, or of why there is none; a shadow's beside it, for auditors.
 *
 * <p>In: scores from {@code inference}. Out: {@link org.mammoflow.finding.FindingView}s, and events in the same
 * transaction. Never: a changed or removed statement, a verdict, a shadow's statement where readers look.
 */
package org.mammoflow.finding;
