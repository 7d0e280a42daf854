package org.mammoflow.desk;

/**
 * A view of the worklist that a person gave a name.
 *
 * @param query the address's query, such as {@code band=HIGH&whose=UNCLAIMED}
 */
public record SavedView(long id, String name, String query) {}
