/**
 * Who is calling, and may they.
 *
 * <p>In: names and passwords, what the hospital's provider says of somebody, the container's caller. Out: {@link org.mammoflow.access.Caller}, roles, accounts. Never:
 * a password or its hash in a log, a rule of another room.
 */
package org.mammoflow.access;
