/** Sites and staff as scheduling announces them. */
@NullMarked
package org.daybridge.intake.program.messaging;

import org.jspecify.annotations.NullMarked;
