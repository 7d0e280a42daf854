package org.mammoflow.finding;

import java.time.Instant;

/**
 * Why there is no finding for an image. Silence must never look like "negative".
 *
 * @param phase where it ended, for example {@code gate}, {@code decoding}, {@code inference}
 * @param reason a stable code, then a colon and words: {@code SPOT_VIEW: view modifier 399055006}
 */
public record NoOpinionView(long instanceId, Kind kind, String phase, String reason, Instant recordedAt) {

    public enum Kind {
        /** The image is not one that the network may judge. */
        UNSUITABLE,
        /** It could not be judged although it should; an administrator can try again. */
        FAILED
    }
}
