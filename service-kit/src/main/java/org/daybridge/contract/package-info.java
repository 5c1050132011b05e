/** The published language: what the services say to each other, and nothing else. */
@NullMarked
package org.daybridge.contract;

import org.jspecify.annotations.NullMarked;
