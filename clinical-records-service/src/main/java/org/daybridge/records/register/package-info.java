/**
 * What thin features share: a record of one patient that lies as one document in one table, with a
 * version that its writers name.
 */
@NullMarked
package org.daybridge.records.register;

import org.jspecify.annotations.NullMarked;
