/**
 * What makes a document of the record hold: a text form that is the same byte for byte, its hash,
 * and who signed it with which credentials. Notes and plans use it; nothing here knows them.
 */
@NullMarked
package org.daybridge.records.signing;

import org.jspecify.annotations.NullMarked;
