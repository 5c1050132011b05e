package org.daybridge.scheduling.series;

import jakarta.enterprise.context.ApplicationScoped;
import org.daybridge.contract.scheduling.SeriesId;
import org.daybridge.kit.timer.DueTimer;
import org.daybridge.kit.timer.TimerTarget;

/** A day has passed: the calendar reaches a day further. */
@ApplicationScoped
class HorizonTimer implements TimerTarget {
  private final SeriesHandler series;

  HorizonTimer(SeriesHandler series) {
    this.series = series;
  }

  @Override
  public String kind() {
    return SeriesHandler.HORIZON_TIMER;
  }

  @Override
  public void fire(DueTimer timer) {
    var _ = series.extend(new SeriesId(timer.subjectId()));
  }
}
