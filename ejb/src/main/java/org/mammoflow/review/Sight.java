package org.mammoflow.review;

/**
 * What a caller may see of a case.
 *
 * @param ai whether the network's opinion is revealed
 * @param others whether the statements of other readers are
 */
public record Sight(boolean ai, boolean others) {

    static final Sight ALL = new Sight(true, true);
    static final Sight NOTHING = new Sight(false, false);
}
