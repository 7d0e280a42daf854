/** A house that breaks every rule, so that the rules can be shown to bite. */
package org.mammoflow.architecture.bites;
