package org.mammoflow.dicom.image.codec.jpeg;

/** The coding processes that are decoded, by their start-of-frame marker. */
enum Process {
    BASELINE,
    EXTENDED,
    LOSSLESS
}
