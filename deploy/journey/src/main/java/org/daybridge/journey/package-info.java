/**
 * One patient's path through the whole clinic, from referral to aftercare, over HTTP through the
 * gateway: what the demo prints and the journey test asserts.
 */
@NullMarked
package org.daybridge.journey;

import org.jspecify.annotations.NullMarked;
