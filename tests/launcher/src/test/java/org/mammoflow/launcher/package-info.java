/** What is built, started, stopped, updated, killed and started again by {@code ./mammoflow}; nothing is lost by any of it. */
package org.mammoflow.launcher;
