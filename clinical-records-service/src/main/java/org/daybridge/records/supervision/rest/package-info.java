/** HTTP in, HTTP out; nothing is decided here. */
@NullMarked
package org.daybridge.records.supervision.rest;

import org.jspecify.annotations.NullMarked;
