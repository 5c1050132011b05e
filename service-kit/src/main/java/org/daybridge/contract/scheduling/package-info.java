/** What scheduling-service announces: sites, staff, sessions, attendance. */
@NullMarked
package org.daybridge.contract.scheduling;

import org.jspecify.annotations.NullMarked;
