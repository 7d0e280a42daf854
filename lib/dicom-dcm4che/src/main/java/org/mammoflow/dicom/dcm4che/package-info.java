/**
 * The storage contract of {@code org.mammoflow.dicom.net.storage} on dcm4che-net.
 *
 * <p>In: associations, as dcm4che's toolkit opens them. Out: calls to the same handlers with the same promises as the
 * built-in stack; the module's README says where the two differ. Never: a data set in memory, an answer of Success that
 * the handler did not give, a class of dcm4che outside this package.
 */
package org.mammoflow.dicom.dcm4che;
