/** How it lies in PostgreSQL. */
@NullMarked
package org.daybridge.records.psychotherapynote.store;

import org.jspecify.annotations.NullMarked;
