/** What was measured, as a table that says whether the goal was reached. */
@org.jspecify.annotations.NullMarked
package org.daybridge.bench.report;
