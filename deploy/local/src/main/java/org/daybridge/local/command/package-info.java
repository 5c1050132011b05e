/**
 * The commands behind {@code ./daybridge}, each a class that says in one sentence what went wrong.
 */
@NullMarked
package org.daybridge.local.command;

import org.jspecify.annotations.NullMarked;
