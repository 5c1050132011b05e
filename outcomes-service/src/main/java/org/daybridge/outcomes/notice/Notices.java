package org.daybridge.outcomes.notice;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Targets and what they were told. Every call belongs to a transaction. */
public interface Notices {
  void add(NoticeTarget target, String secret);

  /** By name; at most two hundred. */
  List<NoticeTarget> targets();

  Optional<NoticeTarget> target(UUID id);

  void deactivate(UUID id);

  /** One notice for each target that is active, or for this one. */
  int raise(Notice.Kind kind, @Nullable UUID riskCase, Instant at, Optional<UUID> target);

  /** Notices whose time has come, each kept from other senders for a while. */
  List<Due> take(Instant now, Duration lease, int most);

  /** The secret of a target's signatures; empty when the present keys don't open it. */
  Optional<String> secret(UUID target);

  void delivered(UUID notice, String answer, Instant now);

  void failed(UUID notice, String answer, Instant now);

  void again(UUID notice, String answer, Instant at);

  /** Whether no notice of this alarm was delivered and none is on its way. */
  boolean allFailed(UUID riskCase, Instant raisedAt);

  /** The newest first, at most two hundred. */
  List<Notice> of(UUID riskCase);

  /** What is to be sent now. */
  record Due(
      UUID notice,
      Notice.Kind kind,
      @Nullable UUID riskCase,
      Instant raisedAt,
      int attempts,
      UUID target,
      URI url) {}
}
