package org.mammoflow.review;

/** When a reader sees what the network stated. The names are stored: never rename one. */
public enum ReadingMode {
    /** Score and band beside the images from the start; the heat map on request. */
    AI_BESIDE,
    /** Nothing of the network before the reader's own assessment of the study is recorded. */
    READER_FIRST
}
