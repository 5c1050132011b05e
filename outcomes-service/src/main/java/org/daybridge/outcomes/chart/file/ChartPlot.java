package org.daybridge.outcomes.chart.file;

import java.text.SimpleDateFormat;
import java.util.Locale;
import java.util.TimeZone;
import org.daybridge.outcomes.chart.Chart;
import org.daybridge.outcomes.chart.Chart.Across;
import org.daybridge.outcomes.chart.Chart.Dot;
import org.daybridge.outcomes.chart.Chart.Limit;
import org.daybridge.outcomes.chart.Chart.Look;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.axis.DateTickUnit;
import org.jfree.chart.axis.DateTickUnitType;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.axis.TickUnits;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.labels.StandardXYItemLabelGenerator;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.Range;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** A chart in the terms of JFreeChart. */
final class ChartPlot {
  private static final int MOST_LABELLED = 30;
  private static final int MOST_WORDS_UPRIGHT = 10;
  private static final double DAY = 86_400_000;

  private final Chart chart;
  private final XYPlot plot = new XYPlot();

  private ChartPlot(Chart chart) {
    this.chart = chart;
  }

  static JFreeChart of(Chart chart) {
    return new ChartPlot(chart).drawn();
  }

  private JFreeChart drawn() {
    plot.setDomainAxis(across());
    plot.setRangeAxis(values());
    plot.setBackgroundPaint(java.awt.Color.WHITE);
    plot.setDomainGridlinesVisible(false);
    plot.setRangeGridlinePaint(Palette.GRID);
    plot.setRangeGridlineStroke(Palette.THIN);
    plot.setOutlinePaint(Palette.FAINT);
    plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
    plot.setNoDataMessage("no values");
    plot.setNoDataMessageFont(Palette.font(16));
    bands();
    corridor();
    marks();
    limits();
    line();
    dots();
    JFreeChart drawn = new JFreeChart(null, Palette.bold(18), plot, true);
    drawn.setBackgroundPaint(java.awt.Color.WHITE);
    drawn.setPadding(new RectangleInsets(12, 12, 8, 44));
    drawn.setTitle(chart.title());
    drawn.getTitle().setFont(Palette.bold(18));
    drawn.getTitle().setPaint(Palette.INK);
    drawn.getTitle().setHorizontalAlignment(HorizontalAlignment.LEFT);
    LegendTitle legend = drawn.getLegend();
    legend.setPosition(RectangleEdge.BOTTOM);
    legend.setItemFont(Palette.font(13));
    legend.setItemPaint(Palette.INK);
    legend.setFrame(org.jfree.chart.block.BlockBorder.NONE);
    return drawn;
  }

  private ValueAxis across() {
    ValueAxis axis =
        switch (chart.across()) {
          case Across.Days(var zone) -> {
            DateAxis days = new DateAxis(null, TimeZone.getTimeZone(zone), Locale.US);
            days.setRange(days());
            SimpleDateFormat shown = new SimpleDateFormat("d MMM yyyy", Locale.US);
            shown.setTimeZone(TimeZone.getTimeZone(zone));
            days.setDateFormatOverride(shown);
            days.setStandardTickUnits(wholeDays());
            yield days;
          }
          case Across.Words(var words) -> {
            SymbolAxis named = new SymbolAxis(null, words.toArray(new String[0]));
            named.setGridBandsVisible(false);
            named.setRange(-0.6, words.size() - 1 + Math.max(0.6, words.size() * 0.12));
            named.setVerticalTickLabels(words.size() > MOST_WORDS_UPRIGHT);
            yield named;
          }
        };
    return dressed(axis);
  }

  /** All dots and marks, with room at the right for the names of the bands. */
  private Range days() {
    double[] all =
        java.util.stream.DoubleStream.concat(
                chart.dots().stream().mapToDouble(Dot::across),
                chart.marks().stream().mapToDouble(Chart.Mark::across))
            .toArray();
    double first = java.util.Arrays.stream(all).min().orElse(0);
    double last = java.util.Arrays.stream(all).max().orElse(0);
    double width = Math.max(last - first, 14 * DAY);
    return new Range(first - width * 0.04, last + width * 0.2);
  }

  /** Less than a day would name the same day twice. */
  private static TickUnits wholeDays() {
    TickUnits units = new TickUnits();
    for (int days : new int[] {1, 2, 7, 14})
      units.add(new DateTickUnit(DateTickUnitType.DAY, days));
    for (int months : new int[] {1, 2, 3, 6}) {
      units.add(new DateTickUnit(DateTickUnitType.MONTH, months));
    }
    units.add(new DateTickUnit(DateTickUnitType.YEAR, 1));
    return units;
  }

  private ValueAxis values() {
    NumberAxis axis = new NumberAxis(chart.valueName());
    axis.setAutoRangeIncludesZero(false);
    Double lowest = chart.lowest();
    Double highest = chart.highest();
    if (lowest != null && highest != null) {
      double air = (highest - lowest) * 0.03;
      axis.setRange(lowest - air, highest + air);
    }
    return dressed(axis);
  }

  private static ValueAxis dressed(ValueAxis axis) {
    axis.setTickLabelFont(Palette.font(13));
    axis.setLabelFont(Palette.font(14));
    axis.setTickLabelPaint(Palette.INK);
    axis.setLabelPaint(Palette.INK);
    axis.setAxisLinePaint(Palette.FAINT);
    return axis;
  }

  private void bands() {
    for (Chart.Band band : chart.bands()) {
      IntervalMarker marker =
          new IntervalMarker(band.from(), band.to(), Palette.band(band.shade()));
      marker.setAlpha(1f);
      marker.setOutlinePaint(null);
      marker.setLabel(band.name());
      marker.setLabelFont(Palette.font(13));
      marker.setLabelPaint(Palette.INK);
      marker.setLabelBackgroundColor(Palette.CLEAR);
      marker.setLabelAnchor(RectangleAnchor.RIGHT);
      marker.setLabelTextAnchor(TextAnchor.CENTER_RIGHT);
      plot.addRangeMarker(marker, Layer.BACKGROUND);
    }
  }

  private void corridor() {
    Chart.Corridor corridor = chart.corridor();
    if (corridor == null) {
      return;
    }
    double low = chart.lowest() == null ? corridor.low() : Math.max(corridor.low(), chart.lowest());
    double high =
        chart.highest() == null ? corridor.high() : Math.min(corridor.high(), chart.highest());
    IntervalMarker within = new IntervalMarker(low, high, Palette.CORRIDOR);
    within.setAlpha(1f);
    within.setOutlinePaint(null);
    within.setLabel(corridor.name());
    within.setLabelFont(Palette.font(13));
    within.setLabelPaint(Palette.DARK_BLUE);
    within.setLabelBackgroundColor(Palette.CLEAR);
    within.setLabelAnchor(RectangleAnchor.BOTTOM_LEFT);
    within.setLabelTextAnchor(TextAnchor.BOTTOM_LEFT);
    plot.addRangeMarker(within, Layer.BACKGROUND);
    for (double edge : new double[] {corridor.low(), corridor.high()}) {
      plot.addRangeMarker(new ValueMarker(edge, Palette.BLUE, Palette.DASHED), Layer.BACKGROUND);
    }
  }

  /** Names of marks that are close go one below the other. */
  private void marks() {
    int row = 0;
    for (Chart.Mark mark : chart.marks()) {
      ValueMarker line = new ValueMarker(mark.across(), Palette.FAINT, Palette.DOTTED);
      line.setLabel(mark.name());
      line.setLabelFont(Palette.font(12));
      line.setLabelPaint(Palette.INK);
      line.setLabelBackgroundColor(Palette.CLEAR);
      line.setLabelAnchor(RectangleAnchor.TOP_RIGHT);
      line.setLabelTextAnchor(TextAnchor.TOP_LEFT);
      line.setLabelOffset(new RectangleInsets(3 + 15 * (row % 4), 4, 3, 4));
      plot.addDomainMarker(line, Layer.FOREGROUND);
      row++;
    }
  }

  private void limits() {
    XYSeriesCollection lines = new XYSeriesCollection();
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
    for (Limit limit : chart.limits()) {
      XYSeries series = new XYSeries(limit.name(), false, true);
      for (int i = 0; i < limit.values().size(); i++) {
        Double value = limit.values().get(i);
        series.add(i - 0.5, value);
        series.add(i + 0.5, value);
      }
      int at = lines.getSeriesCount();
      lines.addSeries(series);
      renderer.setSeriesPaint(at, Palette.BLUE);
      renderer.setSeriesStroke(at, limit.centre() ? Palette.LINE : Palette.DASHED);
    }
    plot.setDataset(0, lines);
    plot.setRenderer(0, renderer);
  }

  private void line() {
    XYSeries series = new XYSeries("line", false, true);
    Double before = null;
    for (Dot dot : chart.dots()) {
      boolean gap =
          chart.across() instanceof Across.Words && before != null && dot.across() - before > 1.5;
      if (gap) {
        series.add(dot.across() - 0.5, null);
      }
      series.add(dot.across(), dot.value());
      before = dot.across();
    }
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
    renderer.setSeriesPaint(0, Palette.INK);
    renderer.setSeriesStroke(0, Palette.LINE);
    renderer.setSeriesVisibleInLegend(0, false);
    plot.setDataset(1, new XYSeriesCollection(series));
    plot.setRenderer(1, renderer);
  }

  private void dots() {
    XYSeriesCollection looks = new XYSeriesCollection();
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
    for (Look look : Look.values()) {
      XYSeries series = new XYSeries(look.legend(), false, true);
      chart.dots().stream()
          .filter(dot -> dot.look() == look)
          .forEach(dot -> series.add(dot.across(), dot.value()));
      if (!series.isEmpty()) {
        int at = looks.getSeriesCount();
        looks.addSeries(series);
        renderer.setSeriesPaint(at, Palette.colour(look));
        renderer.setSeriesShape(at, Palette.shape(look));
      }
    }
    if (chart.dots().size() <= MOST_LABELLED) {
      renderer.setDefaultItemLabelGenerator(
          new StandardXYItemLabelGenerator(
              "{2}",
              java.text.NumberFormat.getNumberInstance(Locale.US),
              java.text.NumberFormat.getNumberInstance(Locale.US)));
      renderer.setDefaultItemLabelFont(Palette.bold(13));
      renderer.setDefaultItemLabelPaint(Palette.INK);
      renderer.setDefaultItemLabelsVisible(true);
    }
    plot.setDataset(2, looks);
    plot.setRenderer(2, renderer);
  }
}
