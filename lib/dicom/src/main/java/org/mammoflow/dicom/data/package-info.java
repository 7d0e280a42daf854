/**
 * Data sets (PS3.5) and the dictionary (PS3.6). Encoded bytes come in and leave as {@link
 * org.mammoflow.dicom.data.Attributes}, and the other way round.
 *
 * <ul>
 *   <li>{@link org.mammoflow.dicom.data.DataSetReader} and {@link org.mammoflow.dicom.data.DataSetWriter} are the doors.
 *   <li>{@link org.mammoflow.dicom.data.Tag}, {@link org.mammoflow.dicom.data.Uid} and {@link
 *       org.mammoflow.dicom.data.Dictionary} name what is in a data set.
 * </ul>
 *
 * Never does it allocate what a length field claims, recurse as deep as its input says, change bytes that it could not
 * understand, or put a value into a message.
 */
package org.mammoflow.dicom.data;
