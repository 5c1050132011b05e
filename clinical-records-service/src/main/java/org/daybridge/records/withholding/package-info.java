/**
 * Notes that a patient may not read for a while. Patients read what is signed about them; holding a
 * note back needs a reason that the law knows, ends by itself, and is looked at again before.
 */
@NullMarked
package org.daybridge.records.withholding;

import org.jspecify.annotations.NullMarked;
