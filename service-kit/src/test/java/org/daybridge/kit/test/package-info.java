/** What every service's tests share: the real database and broker, tokens, grants, borders. */
@NullMarked
package org.daybridge.kit.test;

import org.jspecify.annotations.NullMarked;
