/**
 * The sample clinic "Harbor Street": made-up people only, loaded through the public API by natural
 * keys, so that loading it again changes nothing.
 */
@NullMarked
package org.daybridge.local.sample;

import org.jspecify.annotations.NullMarked;
