/** HTTP in, HTTP out; nothing is decided here. */
@NullMarked
package org.daybridge.records.traumawork.rest;

import org.jspecify.annotations.NullMarked;
