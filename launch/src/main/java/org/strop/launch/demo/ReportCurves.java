package org.strop.launch.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.strop.launch.report.Html;
import org.strop.launch.report.Plot;
import org.strop.launch.report.Series;
import org.strop.launch.report.Series.Point;

/** Learning curves and calibration, from the files that the stages left. */
final class ReportCurves {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Path folder;
  private final List<SeedResult> runs;

  ReportCurves(Path folder, List<SeedResult> runs) {
    this.folder = folder;
    this.runs = runs;
  }

  /** Returns the loss of every seed's base policy, and of its refinement. */
  List<String> training() {
    return List.of(
        curve("base", "losses/diffusion", "Base policy: denoising loss"),
        curve("refined", "losses/residual", "Refinement: weighted residual loss"));
  }

  private String curve(String stage, String key, String title) {
    List<Series> lines = new ArrayList<>();
    for (SeedResult run : runs) {
      List<Point> points = new ArrayList<>();
      for (JsonNode line : lines(seed(run).resolve(stage).resolve("metrics.jsonl"))) {
        if (line.has(key)) {
          points.add(new Point(line.path("step").asDouble(), line.path(key).asDouble()));
        }
      }
      lines.add(Series.line("seed " + run.seed(), points));
    }
    return Html.figure(Plot.svg(title, "step", "loss", lines), title + ", one line per seed");
  }

  /** Returns the reward's learning curve and its reliability diagram. */
  List<String> reward() {
    List<Series> validation = new ArrayList<>();
    List<Series> reliability = new ArrayList<>();
    reliability.add(Series.line("ideal", List.of(new Point(0, 0), new Point(1, 1))));
    for (SeedResult run : runs) {
      JsonNode report = report(run);
      validation.add(
          Series.line(
              "seed " + run.seed(), points(report.path("curve"), "step", "losses/validation")));
      reliability.add(
          new Series(
              "seed " + run.seed(),
              points(report.path("pairs").path("bins"), "predicted", "observed"),
              true));
    }
    return List.of(
        Html.figure(
            Plot.svg("Reward: loss on validation labels", "step", "loss", validation),
            "Each member stops at its own lowest point"),
        Html.figure(
            Plot.svg(
                "Reliability on held-out choices",
                "predicted: second preferred",
                "observed",
                reliability),
            "On the line: when the reward says 70 %, the operator chooses so in 70 of 100 cases"));
  }

  List<String> rewardHead() {
    return List.of(
        "seed", "held-out accuracy", "95 % Wilson", "n", "majority", "ECE", "scores: tau-b");
  }

  List<List<String>> rewardRows() {
    List<List<String>> rows = new ArrayList<>();
    for (SeedResult run : runs) {
      JsonNode pairs = report(run).path("pairs");
      JsonNode scores = report(run).path("scores");
      rows.add(
          List.of(
              Long.toString(run.seed()),
              number(pairs.path("accuracy")),
              "["
                  + number(pairs.path("ci").path(0))
                  + ", "
                  + number(pairs.path("ci").path(1))
                  + "]",
              pairs.path("n").asText(),
              number(pairs.path("majority")),
              number(pairs.path("ece")),
              number(scores.path("kendall_tau"))));
    }
    return rows;
  }

  private JsonNode report(SeedResult run) {
    try {
      return MAPPER.readTree(
          Files.readAllBytes(seed(run).resolve("reward").resolve("reward.json")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path seed(SeedResult run) {
    return folder.resolve("seed-" + run.seed());
  }

  private static List<Point> points(JsonNode rows, String x, String y) {
    List<Point> points = new ArrayList<>();
    for (JsonNode row : rows) {
      points.add(new Point(row.path(x).asDouble(Double.NaN), row.path(y).asDouble(Double.NaN)));
    }
    return points;
  }

  private static List<JsonNode> lines(Path file) {
    List<JsonNode> nodes = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(file)) {
        nodes.add(MAPPER.readTree(line));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return nodes;
  }

  private static String number(JsonNode node) {
    return node.isNumber() ? String.format(Locale.ROOT, "%.3f", node.asDouble()) : "-";
  }
}
