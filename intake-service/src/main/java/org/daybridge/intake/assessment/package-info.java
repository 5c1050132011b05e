/**
 * The three-part intake assessment: psychiatric, medical, psychosocial; each complete or deferred.
 */
@NullMarked
package org.daybridge.intake.assessment;

import org.jspecify.annotations.NullMarked;
