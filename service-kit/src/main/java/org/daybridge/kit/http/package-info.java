/** What every endpoint shares: unit of work, idempotency, entity tags, pages, request ids. */
@NullMarked
package org.daybridge.kit.http;

import org.jspecify.annotations.NullMarked;
