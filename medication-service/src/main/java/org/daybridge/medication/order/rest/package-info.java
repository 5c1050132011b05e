/** Orders over HTTP. */
@NullMarked
package org.daybridge.medication.order.rest;

import org.jspecify.annotations.NullMarked;
