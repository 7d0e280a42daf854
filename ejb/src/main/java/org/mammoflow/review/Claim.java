package org.mammoflow.review;

import java.time.Instant;

/** A reader's hold on a case, until its lease ends. */
public record Claim(String reader, Instant until) {}
