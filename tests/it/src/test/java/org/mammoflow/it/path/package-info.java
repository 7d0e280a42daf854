/** The path of a mammogram on real parts: sent, stored, classified, reviewed, reported, audited; killed in between. */
package org.mammoflow.it.path;
