/** Control charts over HTTP. */
@NullMarked
package org.daybridge.outcomes.controlchart.rest;

import org.jspecify.annotations.NullMarked;
