package org.mammoflow.dicom.image.codec.jpeg2000;

import java.util.List;

/** A precinct: the code blocks of one region in all subbands of a resolution, and where it lies on the reference grid. */
record Precinct(long referenceTop, long referenceLeft, List<PrecinctBand> bands) {}
