/** Encryption of sensitive columns and the blind index that finds them again. */
@NullMarked
package org.daybridge.kit.crypto;

import org.jspecify.annotations.NullMarked;
