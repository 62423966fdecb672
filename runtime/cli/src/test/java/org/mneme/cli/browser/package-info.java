/** Opens Mneme's pages in a headless Chromium and looks at what they show. */
@NullMarked
package org.mneme.cli.browser;

import org.jspecify.annotations.NullMarked;
