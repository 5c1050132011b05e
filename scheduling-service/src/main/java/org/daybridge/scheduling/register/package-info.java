/**
 * What the clinic is made of: sites, rooms, staff and their licenses, types of session. Everything
 * is entered by the clinic's own code, so that entering it twice changes nothing.
 */
@NullMarked
package org.daybridge.scheduling.register;

import org.jspecify.annotations.NullMarked;
