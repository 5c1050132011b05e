/** Who am I: the person behind the token, the roles and what they allow. */
@NullMarked
package org.daybridge.intake.me;

import org.jspecify.annotations.NullMarked;
