package org.mammoflow.review;

/**
 * By how much a case differs from what a reader saw of it; only in what is shown to her.
 *
 * @param images how many have come
 * @param findings how many the network has stated
 * @param withoutOpinion how many images have got a reason why there is none
 * @param statements whether a verdict or a statement stands that she did not see, or one that she saw stands no more
 */
public record Unseen(int images, int findings, int withoutOpinion, boolean statements) {

    static final Unseen NONE = new Unseen(0, 0, 0, false);

    boolean isNothing() {
        return equals(NONE);
    }
}
