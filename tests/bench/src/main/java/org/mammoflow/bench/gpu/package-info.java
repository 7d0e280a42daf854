/**
 * The networks on a GPU.
 *
 * <p>In: network folders and a device. Out: a file that says whether the self-test holds, how far GPU and CPU lie apart,
 * and how many images a second go through at each batch size. It must never report a figure for a device that did not
 * compute it.
 */
package org.mammoflow.bench.gpu;
