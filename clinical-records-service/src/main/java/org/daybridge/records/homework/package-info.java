/**
 * Work between sessions: homework is assigned, submitted by the patient, then reviewed; a catalog
 * of skills and a log of their practice.
 */
@NullMarked
package org.daybridge.records.homework;

import org.jspecify.annotations.NullMarked;
