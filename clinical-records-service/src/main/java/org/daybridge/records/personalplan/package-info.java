/**
 * Plans that the patient carries away: safety, relapse-prevention and aftercare plan. They share
 * one life: written together, signed by both, revised as a new version, never changed once signed.
 * What each must say is in its own package.
 */
@NullMarked
package org.daybridge.records.personalplan;

import org.jspecify.annotations.NullMarked;
