/** The log of clinical supervision. Thin: who met whom, how long, about which notes. */
@NullMarked
package org.daybridge.records.supervision;

import org.jspecify.annotations.NullMarked;
