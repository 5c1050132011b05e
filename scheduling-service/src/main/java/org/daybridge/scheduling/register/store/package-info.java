/** The register in PostgreSQL. */
@NullMarked
package org.daybridge.scheduling.register.store;

import org.jspecify.annotations.NullMarked;
