/**
 * A physician's word that this patient needs the program: at the start and again every sixty days
 * where the coverage asks for it (42 CFR 424.24, CMS-2 and CMS-3).
 */
@NullMarked
package org.daybridge.records.certification;

import org.jspecify.annotations.NullMarked;
