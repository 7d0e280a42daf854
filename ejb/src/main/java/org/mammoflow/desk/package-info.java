/**
 * How each person likes the pages: theme, masked names, keys, saved views of the worklist.
 *
 * <p>In: a person's wishes. Out: the same wishes, on whatever machine they sign in. Never: a rule about what somebody may
 * see or do, another person's wishes, a patient's name or identifier.
 */
package org.mammoflow.desk;
