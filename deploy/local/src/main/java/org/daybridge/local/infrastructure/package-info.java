/**
 * PostgreSQL and a Kafka broker from Maven Central, together in one JVM of their own.
 *
 * <p>Kafka's server classes are internals of Kafka and bring Scala with them: they live here, in
 * one class, and never on the class path of a service.
 */
@NullMarked
package org.daybridge.local.infrastructure;

import org.jspecify.annotations.NullMarked;
