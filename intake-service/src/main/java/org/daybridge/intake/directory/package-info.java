/**
 * The directory of programs that anybody can search: where care is, for whom, how, at what price
 * and when there is a place. It is kept apart from everything about patients.
 */
@NullMarked
package org.daybridge.intake.directory;

import org.jspecify.annotations.NullMarked;
