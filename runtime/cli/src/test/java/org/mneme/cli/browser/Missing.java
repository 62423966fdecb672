package org.mneme.cli.browser;

/**
 * No browser that tests can drive.
 *
 * @param reason what is missing, and how to name it
 */
record Missing(String reason) implements Search {}
