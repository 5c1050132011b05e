/** What signing looks like on the wire; notes and plans share it. */
@NullMarked
package org.daybridge.records.signing.rest;

import org.jspecify.annotations.NullMarked;
