/** The register over HTTP. */
@NullMarked
package org.daybridge.scheduling.register.rest;

import org.jspecify.annotations.NullMarked;
