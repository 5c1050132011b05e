/** HTTP in, HTTP out; nothing is decided here. */
@NullMarked
package org.daybridge.records.amendment.rest;

import org.jspecify.annotations.NullMarked;
