package org.mammoflow.review;

import java.util.List;

/** A case as it is read: its row of the worklist and its images in the order of their arrival. */
public record CaseView(CaseSummary summary, List<ImageView> images) {}
