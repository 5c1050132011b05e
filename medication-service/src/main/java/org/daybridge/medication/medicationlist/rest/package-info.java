/** The list over HTTP. */
@NullMarked
package org.daybridge.medication.medicationlist.rest;

import org.jspecify.annotations.NullMarked;
