/** {@code report.html}: one file, no scripts, no network, plots as SVG and pictures as data. */
@NullMarked
package org.strop.launch.report;

import org.jspecify.annotations.NullMarked;
