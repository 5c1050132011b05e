/** What is measured, each beside a reference that was measured in the same run. */
@org.jspecify.annotations.NullMarked
package org.daybridge.bench;
