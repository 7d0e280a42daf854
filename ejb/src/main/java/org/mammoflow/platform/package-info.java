/**
 * Clock, configuration, schema: what every room needs and none owns.
 *
 * <p>In: system properties, the database. Out: validated values, a migrated schema. Never: a business word.
 */
package org.mammoflow.platform;
