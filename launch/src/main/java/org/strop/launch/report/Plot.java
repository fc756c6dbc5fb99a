package org.strop.launch.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Draws series as an SVG line plot with axes, ticks and a legend. */
public final class Plot {
  private static final int WIDTH = 460;
  private static final int HEIGHT = 270;
  private static final int LEFT = 56;
  private static final int RIGHT = 14;
  private static final int TOP = 30;
  private static final int BOTTOM = 42;
  private static final List<String> COLOURS =
      List.of("#0b6e4f", "#c8553d", "#3d5a80", "#b8860b", "#6a4c93", "#777777");

  private final String title;
  private final String xLabel;
  private final String yLabel;
  private final List<Series> series;
  private final double[] x;
  private final double[] y;

  private Plot(String title, String xLabel, String yLabel, List<Series> series) {
    this.title = title;
    this.xLabel = xLabel;
    this.yLabel = yLabel;
    this.series = series;
    this.x = range(series.stream().flatMap(s -> s.points().stream()).map(Series.Point::x));
    this.y = range(series.stream().flatMap(s -> s.points().stream()).map(Series.Point::y));
  }

  /** Returns the plot as an {@code <svg>} element. */
  public static String svg(String title, String xLabel, String yLabel, List<Series> series) {
    return new Plot(title, xLabel, yLabel, series).draw();
  }

  private static double[] range(Stream<Double> values) {
    double[] all = values.mapToDouble(v -> v).toArray();
    double low = java.util.Arrays.stream(all).min().orElse(0);
    double high = java.util.Arrays.stream(all).max().orElse(1);
    double room = high > low ? 0.04 * (high - low) : Math.max(1e-9, 0.5 * Math.abs(high) + 0.5);
    return new double[] {low - room, high + room};
  }

  private String draw() {
    StringBuilder svg = new StringBuilder(4096);
    svg.append(
        text(
            "<svg class=\"plot\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">",
            WIDTH, HEIGHT, Html.escape(title)));
    svg.append(label(WIDTH / 2.0, 18, "middle", "title", title));
    svg.append(label(LEFT + plotWidth() / 2, HEIGHT - 6, "middle", "axis", xLabel));
    svg.append(
        text(
            "<text class=\"axis\" transform=\"translate(13 %.1f) rotate(-90)\""
                + " text-anchor=\"middle\">%s</text>",
            TOP + plotHeight() / 2, Html.escape(yLabel)));
    ticks(x).forEach(v -> svg.append(xTick(v)));
    ticks(y).forEach(v -> svg.append(yTick(v)));
    for (int i = 0; i < series.size(); i++) {
      svg.append(draw(series.get(i), COLOURS.get(i % COLOURS.size())));
      svg.append(legend(i));
    }
    return svg.append("</svg>").toString();
  }

  private String draw(Series line, String colour) {
    if (line.marks()) {
      StringBuilder marks = new StringBuilder();
      line.points()
          .forEach(
              p ->
                  marks.append(
                      text(
                          "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3.2\" fill=\"%s\""
                              + " fill-opacity=\"0.6\"/>",
                          px(p.x()), py(p.y()), colour)));
      return marks.toString();
    }
    StringBuilder path = new StringBuilder();
    line.points().forEach(p -> path.append(text("%.1f,%.1f ", px(p.x()), py(p.y()))));
    return text(
        "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"1.8\"/>",
        path.toString().strip(), colour);
  }

  private String legend(int i) {
    if (series.size() < 2) {
      return "";
    }
    double top = TOP + 8 + 15.0 * i;
    return text(
            "<rect x=\"%.1f\" y=\"%.1f\" width=\"11\" height=\"3\" fill=\"%s\"/>",
            (double) LEFT + 10, top - 4, COLOURS.get(i % COLOURS.size()))
        + label(LEFT + 26, top, "start", "legend", series.get(i).name());
  }

  private String xTick(double v) {
    return text(
            "<line class=\"grid\" x1=\"%1$.1f\" x2=\"%1$.1f\" y1=\"%2$d\" y2=\"%3$d\"/>",
            px(v), TOP, HEIGHT - BOTTOM)
        + label(px(v), HEIGHT - BOTTOM + 15, "middle", "tick", number(v));
  }

  private String yTick(double v) {
    return text(
            "<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%3$.1f\" y2=\"%3$.1f\"/>",
            LEFT, WIDTH - RIGHT, py(v))
        + label(LEFT - 6, py(v) + 4, "end", "tick", number(v));
  }

  private static String label(double x, double y, String anchor, String kind, String words) {
    return text(
        "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>",
        kind, x, y, anchor, Html.escape(words));
  }

  /** Returns four to eight round values inside a range: steps of 1, 2 or 5 times a power of ten. */
  static List<Double> ticks(double[] range) {
    double raw = (range[1] - range[0]) / 5;
    double power = Math.pow(10, Math.floor(Math.log10(raw)));
    double step =
        power * (raw / power < 1.5 ? 1 : raw / power < 3.5 ? 2 : raw / power < 7.5 ? 5 : 10);
    List<Double> ticks = new ArrayList<>();
    for (long k = (long) Math.ceil(range[0] / step); k * step <= range[1]; k++) {
      ticks.add(k * step);
    }
    return ticks;
  }

  private static String number(double v) {
    String fixed = String.format(Locale.ROOT, Math.abs(v) < 1e-3 && v != 0 ? "%.1e" : "%.4f", v);
    return fixed.contains("e") ? fixed : fixed.replaceAll("\\.?0+$", "");
  }

  private double plotWidth() {
    return WIDTH - LEFT - RIGHT;
  }

  private double plotHeight() {
    return HEIGHT - TOP - BOTTOM;
  }

  private double px(double v) {
    return LEFT + plotWidth() * (v - x[0]) / (x[1] - x[0]);
  }

  private double py(double v) {
    return TOP + plotHeight() * (1 - (v - y[0]) / (y[1] - y[0]));
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
