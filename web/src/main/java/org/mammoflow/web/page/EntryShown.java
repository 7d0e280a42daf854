package org.mammoflow.web.page;

/**
 * A statement about the study, in words.
 *
 * @param what the statement itself
 * @param who reader and time
 * @param before whether it was stated before the network's opinion was shown
 * @param yours whether the caller may take it back
 */
public record EntryShown(
        long id, int round, String kind, String what, String comment, String who, boolean before, boolean yours) {}
