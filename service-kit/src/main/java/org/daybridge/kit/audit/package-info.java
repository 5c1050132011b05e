/** The trail of every read and write, kept where the application can't change it. */
@NullMarked
package org.daybridge.kit.audit;

import org.jspecify.annotations.NullMarked;
