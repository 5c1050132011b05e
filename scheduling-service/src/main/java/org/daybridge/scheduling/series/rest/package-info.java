/** Series and templates over HTTP. */
@NullMarked
package org.daybridge.scheduling.series.rest;

import org.jspecify.annotations.NullMarked;
