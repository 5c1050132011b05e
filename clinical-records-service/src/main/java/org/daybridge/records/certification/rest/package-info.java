/** HTTP in, HTTP out; nothing is decided here. */
@NullMarked
package org.daybridge.records.certification.rest;

import org.jspecify.annotations.NullMarked;
