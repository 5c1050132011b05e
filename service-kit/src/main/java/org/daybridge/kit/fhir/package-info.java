/** FHIR R4 at the rim: one context, writers, search parameters and bundles. */
@NullMarked
package org.daybridge.kit.fhir;

import org.jspecify.annotations.NullMarked;
