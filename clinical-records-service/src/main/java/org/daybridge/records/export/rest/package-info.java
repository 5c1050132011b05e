/** HTTP in, HTTP out; nothing is decided here. */
@NullMarked
package org.daybridge.records.export.rest;

import org.jspecify.annotations.NullMarked;
