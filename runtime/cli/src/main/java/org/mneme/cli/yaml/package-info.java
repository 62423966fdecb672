/** YAML files as trees of settings that know line and column. */
@NullMarked
package org.mneme.cli.yaml;

import org.jspecify.annotations.NullMarked;
