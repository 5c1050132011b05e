/** HTTP in, HTTP out; nothing is decided here. */
@NullMarked
package org.daybridge.records.note.rest;

import org.jspecify.annotations.NullMarked;
