package org.mammoflow.finding;

/** All that the shadow states about one image. */
public record ShadowStatement(long instanceId, NetworkIdentity network, ShadowOpinion opinion) {}
