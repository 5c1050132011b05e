/** How it lies in PostgreSQL. */
@NullMarked
package org.daybridge.records.certification.store;

import org.jspecify.annotations.NullMarked;
