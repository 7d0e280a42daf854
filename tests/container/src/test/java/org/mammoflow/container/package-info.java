/**
 * Promises of the EJBs themselves, called inside WildFly where no page and no resource stands before them.
 *
 * <p>The EAR is deployed as it is built, with these tests in the place of the web tier.
 */
package org.mammoflow.container;
