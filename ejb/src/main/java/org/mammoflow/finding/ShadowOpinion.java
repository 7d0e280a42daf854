package org.mammoflow.finding;

/** What the shadow made of an image. */
public sealed interface ShadowOpinion {

    record Scored(NewFinding statement) implements ShadowOpinion {}

    /** No scores, and why. */
    record Silent(NoOpinionView.Kind kind, String phase, String reason) implements ShadowOpinion {}
}
