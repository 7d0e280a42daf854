/** What the benchmarks of a running server share. */
package org.mammoflow.bench;
