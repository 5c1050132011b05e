/** What a chart shows, and the pictures of it. */
@NullMarked
package org.daybridge.outcomes.chart;

import org.jspecify.annotations.NullMarked;
