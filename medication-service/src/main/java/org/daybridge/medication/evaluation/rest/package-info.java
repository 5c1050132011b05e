/** In-person evaluations over HTTP. */
@NullMarked
package org.daybridge.medication.evaluation.rest;

import org.jspecify.annotations.NullMarked;
