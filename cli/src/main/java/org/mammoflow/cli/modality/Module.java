package org.mammoflow.cli.modality;

import org.mammoflow.dicom.data.Attributes;

/** A part of an object's attributes, as PS3.3 divides them. */
interface Module {
    void writeTo(Attributes object);
}
