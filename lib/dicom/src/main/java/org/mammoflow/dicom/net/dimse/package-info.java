/**
 * DICOM message exchange (PS3.7): command sets and data sets on an association.
 *
 * <p>In come presentation data values, out go messages: a command set as a value, its data set as a channel that reads
 * straight from the association; and the other way round.
 *
 * <p>It never holds a data set, never looks into one, and never answers for a service: what a message means is for the
 * service class above.
 */
package org.mammoflow.dicom.net.dimse;
