/** How it lies in PostgreSQL. */
@NullMarked
package org.daybridge.records.attachment.store;

import org.jspecify.annotations.NullMarked;
