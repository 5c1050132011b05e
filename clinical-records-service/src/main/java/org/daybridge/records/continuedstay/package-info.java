/**
 * The continued-stay packet: signed evidence for a utilization review, from both sides: why not
 * less care, why not more. What is missing comes first, before a payer finds it. Each packet is a
 * recorded disclosure.
 */
@NullMarked
package org.daybridge.records.continuedstay;

import org.jspecify.annotations.NullMarked;
