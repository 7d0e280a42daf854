/**
 * The audit chain by itself: what a row's hash covers, what a signed head says, how both are proven.
 *
 * <p>In: rows and signed heads, from a database or from an exported file. Out: a verdict that names the first row that
 * does not hold. Plain Java, because the proof must need neither the server nor its database. Never: a row of its own, a
 * decision about who may ask.
 */
package org.mammoflow.chain;
