package org.mammoflow.web.page;

/** A tab over the images without an opinion. */
public record UnjudgedTab(String word, String link, long count, boolean current) {}
