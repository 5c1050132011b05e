/** HTTP in, HTTP out; nothing is decided here. */
@NullMarked
package org.daybridge.records.groupnote.rest;

import org.jspecify.annotations.NullMarked;
