/** Health for probes and the launcher: {@code /health/live} and {@code /health/ready}, open to anybody, telling little. */
package org.mammoflow.web.health;
