/**
 * A worklist as long as a large hospital's of years, and how fast its pages come.
 *
 * <p>In: a migrated database, or a running server on it. Out: rows, or a Markdown table. Never: a database that patients'
 * data is in; the rows are made up.
 */
package org.mammoflow.bench.worklist;
