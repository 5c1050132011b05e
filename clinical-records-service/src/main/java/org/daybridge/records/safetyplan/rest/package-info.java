/** HTTP in, HTTP out; nothing is decided here. */
@NullMarked
package org.daybridge.records.safetyplan.rest;

import org.jspecify.annotations.NullMarked;
