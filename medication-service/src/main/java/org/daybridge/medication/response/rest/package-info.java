/** The response view over HTTP. */
@NullMarked
package org.daybridge.medication.response.rest;

import org.jspecify.annotations.NullMarked;
