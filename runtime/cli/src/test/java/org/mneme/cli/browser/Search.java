package org.mneme.cli.browser;

/** What looking for a browser found. */
sealed interface Search permits Chromium, Missing {}
