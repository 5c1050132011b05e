/** Asked-for appointments in the database. */
@NullMarked
package org.daybridge.scheduling.appointmentrequest.store;

import org.jspecify.annotations.NullMarked;
