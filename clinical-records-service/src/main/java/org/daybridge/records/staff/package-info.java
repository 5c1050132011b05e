/** Who works here and under which licenses, as scheduling tells; signatures copy it. */
@NullMarked
package org.daybridge.records.staff;

import org.jspecify.annotations.NullMarked;
