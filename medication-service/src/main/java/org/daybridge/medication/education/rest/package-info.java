/** Education over HTTP. */
@NullMarked
package org.daybridge.medication.education.rest;

import org.jspecify.annotations.NullMarked;
