/**
 * Whether images can flow: each part that the path needs, tried rather than asked.
 *
 * <p>In: nothing. Out: a list of checks. Never: an address, a version or a stack trace for strangers.
 */
package org.mammoflow.health;
