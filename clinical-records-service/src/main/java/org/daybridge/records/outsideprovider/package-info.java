/**
 * Providers outside the program who care for the same patient: who they are, when there was
 * contact, when the next one is due. What is told to them passes the consent gate.
 */
@NullMarked
package org.daybridge.records.outsideprovider;

import org.jspecify.annotations.NullMarked;
