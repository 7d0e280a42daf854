/**
 * What {@code ./mammoflow} asks beside a starting or running server: is it ready, where is it, and if it did not start,
 * why not. In: the data folder that the launcher prepared. Out: text for people and an exit status. Plain JDK, because it
 * also runs where nothing but a JDK is installed; it must never decide anything about the server but to end a failed start, or a stop that does not end.
 */
package org.mammoflow.server;
