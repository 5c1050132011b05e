/**
 * What leaves the house: every disclosure is held against a live consent where the law asks for
 * one, bears the notice that goes with it, and is kept for the patient's accounting (42 CFR 2.25,
 * 2.31, 2.32; 45 CFR 164.528).
 */
@NullMarked
package org.daybridge.records.disclosure;

import org.jspecify.annotations.NullMarked;
