/**
 * A patient asks that their record be amended (45 CFR 164.526): sixty days to act, extended once by
 * thirty with reasons in writing; a denial has one of four grounds and may be answered.
 */
@NullMarked
package org.daybridge.records.amendment;

import org.jspecify.annotations.NullMarked;
