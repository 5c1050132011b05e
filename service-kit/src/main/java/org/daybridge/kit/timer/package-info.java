/** Durable clocks: what must happen at a time happens once, also after an outage. */
@NullMarked
package org.daybridge.kit.timer;

import org.jspecify.annotations.NullMarked;
