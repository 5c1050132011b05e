/** Due tests and results over HTTP. */
@NullMarked
package org.daybridge.medication.monitoring.rest;

import org.jspecify.annotations.NullMarked;
