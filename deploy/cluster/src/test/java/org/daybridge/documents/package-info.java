/** Checks that what the pages of the repository say is there. */
@NullMarked
package org.daybridge.documents;

import org.jspecify.annotations.NullMarked;
