/**
 * Files with a note, such as a scanned paper. They are part of what is signed: the signed text
 * names each file's hash, and after the signature nothing is added, changed or taken away.
 */
@NullMarked
package org.daybridge.records.attachment;

import org.jspecify.annotations.NullMarked;
