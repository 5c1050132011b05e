package org.daybridge.outcomes.chart.file;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.daybridge.outcomes.chart.Chart.Look;

/**
 * Colours of Okabe and Ito (2008), which people with a colour vision deficiency tell apart; bands
 * differ in lightness only, so that they hold in black and white too.
 */
final class Palette {
  static final Color INK = new Color(0x1f, 0x27, 0x2e);
  static final Color FAINT = new Color(0x5a, 0x66, 0x70);
  static final Color GRID = new Color(0xd5, 0xdb, 0xe0);
  static final Color CLEAR = new Color(0xff, 0xff, 0xff, 0);
  static final Color DARK_BLUE = new Color(0x00, 0x4a, 0x78);
  static final Color BLUE = new Color(0x00, 0x72, 0xb2);
  static final Color CORRIDOR = new Color(0x00, 0x72, 0xb2, 0x1c);
  private static final Color GREEN = new Color(0x00, 0x9e, 0x73);
  private static final Color VERMILLION = new Color(0xd5, 0x5e, 0x00);

  static final Stroke LINE = new BasicStroke(1.8f);
  static final Stroke THIN = new BasicStroke(1f);
  static final Stroke DASHED = dashed(6, 4);
  static final Stroke DOTTED = dashed(2, 3);

  private static final double HALF = 5;

  private Palette() {}

  private static Stroke dashed(float on, float off) {
    return new BasicStroke(
        1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {on, off}, 0);
  }

  static Font font(int size) {
    return new Font(Font.SANS_SERIF, Font.PLAIN, size);
  }

  static Font bold(int size) {
    return new Font(Font.SANS_SERIF, Font.BOLD, size);
  }

  /** From nearly white to a grey on which black is still read. */
  static Color band(double shade) {
    int light = 250 - (int) Math.round(40 * Math.min(1, Math.max(0, shade)));
    return new Color(light, light, Math.min(255, light + 3));
  }

  static Color colour(Look look) {
    return switch (look) {
      case VALUE, BASELINE -> INK;
      case BETTER -> GREEN;
      case WORSE, SIGNAL -> VERMILLION;
    };
  }

  static Shape shape(Look look) {
    return switch (look) {
      case VALUE -> new Ellipse2D.Double(-HALF + 1, -HALF + 1, 2 * HALF - 2, 2 * HALF - 2);
      case BASELINE -> new Rectangle2D.Double(-HALF, -HALF, 2 * HALF, 2 * HALF);
      case BETTER -> polygon(0, -HALF - 2, HALF + 2, 0, 0, HALF + 2, -HALF - 2, 0);
      case WORSE, SIGNAL -> polygon(0, -HALF - 2, HALF + 1, HALF, -HALF - 1, HALF);
    };
  }

  private static Shape polygon(double... corners) {
    Path2D path = new Path2D.Double();
    path.moveTo(corners[0], corners[1]);
    for (int i = 2; i < corners.length; i += 2) {
      path.lineTo(corners[i], corners[i + 1]);
    }
    path.closePath();
    return path;
  }
}
