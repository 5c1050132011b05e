/** How states of documents lie in a jsonb column. */
@NullMarked
package org.daybridge.records.signing.store;

import org.jspecify.annotations.NullMarked;
