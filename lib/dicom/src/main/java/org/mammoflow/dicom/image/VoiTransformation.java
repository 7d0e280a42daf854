package org.mammoflow.dicom.image;

/** A values-of-interest transformation (PS3.3 C.11.2): what is shown of the modality's values, and how bright. */
public sealed interface VoiTransformation permits VoiWindow, VoiLut, FullRange {

    /** Brightness from 0 to 1 of a value that left the modality transformation, before any inversion. */
    double brightness(double value);

    /** What the manufacturer says that it is for; may be empty. */
    String explanation();
}
