package org.daybridge.outcomes.chart;

/** Draws charts. Title and words of the chart travel inside the picture. */
public interface Pictures {
  String SVG = "image/svg+xml";
  String PNG = "image/png";

  /** Who takes anything gets numbers, not a picture. */
  String ON_REQUEST = ";qs=0.1";

  byte[] svg(Chart chart);

  byte[] png(Chart chart);
}
