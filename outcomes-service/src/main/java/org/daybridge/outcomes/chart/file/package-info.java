/** Charts drawn as SVG and PNG. */
@NullMarked
package org.daybridge.outcomes.chart.file;

import org.jspecify.annotations.NullMarked;
