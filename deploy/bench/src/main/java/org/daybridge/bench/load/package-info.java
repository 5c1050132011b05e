/** Requests at full speed and at a steady rate, and what they took. */
@org.jspecify.annotations.NullMarked
package org.daybridge.bench.load;
