package org.daybridge.scheduling.register.rest;

import java.util.function.Function;
import java.util.function.LongConsumer;
import org.daybridge.kit.http.ETags;
import org.daybridge.scheduling.register.Entry;
import org.daybridge.scheduling.register.Registered;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** How an entry is answered: 201 when it is new, its version as ETag. */
final class Answers {
  private Answers() {}

  static <T extends Entry, V> RestResponse<V> of(
      Registered<T> entry, Function<Registered<T>, V> view) {
    var status =
        entry.change() == Registered.Change.CREATED
            ? RestResponse.Status.CREATED
            : RestResponse.Status.OK;
    return ResponseBuilder.create(status, view.apply(entry))
        .header("ETag", ETags.of(entry.version()))
        .build();
  }

  /** Entering other content under a code that is taken needs the ETag of what it replaces. */
  static LongConsumer sees(@Nullable String ifMatch) {
    return version -> ETags.require(ifMatch, version);
  }
}
