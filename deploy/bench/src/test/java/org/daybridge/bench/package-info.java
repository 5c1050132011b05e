/** The bench's arithmetic and its page; nothing here is timed. */
package org.daybridge.bench;
