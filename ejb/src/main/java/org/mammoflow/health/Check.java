package org.mammoflow.health;

/**
 * One part of the path.
 *
 * @param name what was tried
 * @param up whether it works
 * @param detail what an operator should know; names no address and no patient
 */
public record Check(String name, boolean up, String detail) {}
