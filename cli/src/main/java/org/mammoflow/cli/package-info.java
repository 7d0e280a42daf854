/**
 * The commands that {@code ./mammoflow} runs outside the server: demo, send, echo, phantom, tensors, verify.
 *
 * <p>In: arguments and files. Out: C-STORE to a server, files, and plain sentences; exit code 0 when everything was
 * done, 1 when something was refused or failed, 2 when the command line was wrong.
 *
 * <p>Never: touches the server's database or files, or prints a patient's name.
 */
package org.mammoflow.cli;
