/**
 * The door: who comes in, how they prove it, what a browser may do with our pages.
 *
 * <p>In: requests. Out: an authenticated caller, or a sign-in page, or 401. Never: a rule of an application room.
 */
package org.mammoflow.web.security;
