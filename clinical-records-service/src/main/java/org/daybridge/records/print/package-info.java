/** What patients carry away on paper. A sheet is plain words in order; the printer sets them. */
@NullMarked
package org.daybridge.records.print;

import org.jspecify.annotations.NullMarked;
