/**
 * What the service knows about drugs: curated rows with a source and an evidence status each, in
 * versions. Nothing here decides anything about a person; {@code safety} and {@code monitoring} do.
 */
@NullMarked
package org.daybridge.medication.knowledge;

import org.jspecify.annotations.NullMarked;
