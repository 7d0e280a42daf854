/**
 * DICOM files (PS3.10). A file comes in and leaves as its header with its pixels still on disk; a data set leaves as a
 * file that any other reader takes.
 *
 * <p>Never does it pass on a preamble or say where an object came from.
 */
package org.mammoflow.dicom.file;
