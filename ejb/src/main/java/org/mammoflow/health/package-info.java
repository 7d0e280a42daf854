/**
 * Whether images can flow: each part that the path needs, tried rather than asked.
 *
 * <p>In: nothing. Out: a list of checks, their details in English by decision: monitoring, logs and runbooks must find the
 * same words whatever language somebody reads pages in. Never: an address, a version or a stack trace for strangers.
 */
package org.mammoflow.health;
