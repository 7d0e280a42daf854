package org.mammoflow.dicom.net.dimse;

import org.mammoflow.dicom.net.upper.AcceptedContext;

/**
 * A message that is arriving (PS3.7 6.3).
 *
 * @param context what it came on
 * @param dataSet at its end from the beginning when the command says that none follows
 */
public record Message(AcceptedContext context, CommandSet command, DataSetChannel dataSet) {}
