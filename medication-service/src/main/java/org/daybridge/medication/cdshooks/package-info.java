/**
 * The safety check for other systems' screens: CDS Hooks 2.0, the same rules as for orders here.
 */
@NullMarked
package org.daybridge.medication.cdshooks;

import org.jspecify.annotations.NullMarked;
