package org.strop.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.strop.bridge.trajectory.Trajectory;
import org.strop.sim.metrics.PeelMetrics;
import org.strop.sim.operator.OperatorConfig;
import org.strop.sim.operator.SimulatedOperator;
import org.strop.sim.rollout.DemonstrationFactory;
import org.strop.sim.task.TaskConfig;

/** Computes the figures of the module's README into {@code target/figures.md}. */
class FiguresTest {
  private static final int N = 300;
  private static final int WHOLE = 10;

  private final TaskConfig task = PeelingTask.load();
  private final List<String> lines = new ArrayList<>();

  @Test
  void demonstrationsAndOperators() throws IOException {
    List<Trajectory> demos = DemonstrationFactory.demonstrate(task, N, 1);
    for (String kind : task.mixed()) {
      describe(
          kind,
          demos.stream()
              .filter(t -> t.info().workpiece().orElseThrow().kind().equals(kind))
              .toList());
    }
    describe("all", demos);
    for (String kind : task.heldOut()) {
      List<Trajectory> unseen = new ArrayList<>();
      for (int i = 0; i < N / 3; i++) {
        unseen.add(DemonstrationFactory.demonstrate(task, kind, 1 + i));
      }
      describe(kind + ", held out", unseen);
    }
    operators(demos);
    correlations(demos);
    lines.add(String.format(Locale.ROOT, "cost: %.1f ms an episode", costMs()));
    Files.write(Path.of("target", "figures.md"), lines);
    assertThat(lines).hasSize(11);
  }

  @Test
  void peelsAllTheWayRound() throws IOException {
    Path file = PeelingTask.root().resolve("configs/tasks/peeling_whole.yaml");
    TaskConfig whole = TaskConfig.load(file, List.of());
    List<String> rows = new ArrayList<>();
    for (String kind : whole.kinds()) {
      List<Trajectory> all = new ArrayList<>();
      for (int i = 0; i < WHOLE; i++) {
        all.add(DemonstrationFactory.demonstrate(whole, kind, 1 + i));
      }
      rows.add(
          String.format(
              Locale.ROOT,
              "| %s | %d | %.0f %% | %.0f %% | %.1f | %.2f mm | %.1f cm³ | %.1f | %.0f s |",
              kind,
              WHOLE,
              100 * state(all, "success"),
              100 * state(all, "coverage"),
              state(all, "strips"),
              state(all, "mean_thickness_mm"),
              state(all, "flesh_wasted_cm3"),
              state(all, "gouges"),
              all.stream()
                  .mapToDouble(t -> t.length() / t.info().rateHz())
                  .average()
                  .orElseThrow()));
      assertThat(state(all, "coverage")).as(kind).isGreaterThan(0.7);
    }
    Files.write(Path.of("target", "figures_whole.md"), rows);
  }

  /** Mean of a metric of the produce's state. */
  private static double state(List<Trajectory> all, String name) {
    return all.stream()
        .mapToDouble(
            t ->
                Double.parseDouble(
                    Objects.requireNonNull(t.info().attributes().get("state." + name))))
        .average()
        .orElseThrow();
  }

  private void describe(String name, List<Trajectory> demos) {
    List<PeelMetrics> all = demos.stream().map(t -> PeelMetrics.of(t, task)).toList();
    double success = all.stream().filter(PeelMetrics::success).count() / (double) all.size();
    lines.add(
        String.format(
            Locale.ROOT,
            "| %s | %d | %.0f %% | %s mm | %s N | %s mm/s | %s s |",
            name,
            all.size(),
            100 * success,
            spread(all, m -> 1e3 * m.meanThicknessM(), "%.2f"),
            spread(all, PeelMetrics::meanForceN, "%.1f"),
            spread(all, m -> 1e3 * m.feedMPerS(), "%.0f"),
            spread(all, PeelMetrics::durationS, "%.1f")));
    assertThat(success).as(name).isBetween(0.5, 0.85);
  }

  /** Tenth, fiftieth and ninetieth percentile. */
  private static String spread(
      List<PeelMetrics> all, ToDoubleFunction<PeelMetrics> of, String format) {
    double[] x = all.stream().mapToDouble(of).sorted().toArray();
    String three = format + " / " + format + " / " + format;
    return String.format(
        Locale.ROOT, three, x[x.length / 10], x[x.length / 2], x[9 * x.length / 10]);
  }

  private void operators(List<Trajectory> demos) {
    SimulatedOperator gentle = operator("gentle");
    SimulatedOperator brisk = operator("brisk");
    int pairs = 0;
    int differ = 0;
    int best = 0;
    double widest = 0;
    for (int i = 1; i < demos.size(); i++) {
      Trajectory a = demos.get(i - 1);
      Trajectory b = demos.get(i);
      double g = gentle.utility(a) - gentle.utility(b);
      double k = brisk.utility(a) - brisk.utility(b);
      pairs++;
      differ += g * k < 0 ? 1 : 0;
      if (g * k < 0 && Math.min(Math.abs(g), Math.abs(k)) > widest) {
        widest = Math.min(Math.abs(g), Math.abs(k));
        best = i;
      }
    }
    lines.add(
        String.format(
            Locale.ROOT, "operators disagree on %d of %d neighbouring pairs", differ, pairs));
    Trajectory a = demos.get(best - 1);
    Trajectory b = demos.get(best);
    lines.add(
        String.format(
            Locale.ROOT,
            "clearest: seed %d against %d: gentle %.2f, %.2f; brisk %.2f, %.2f (%s; %s)",
            a.info().seed(),
            b.info().seed(),
            gentle.utility(a),
            gentle.utility(b),
            brisk.utility(a),
            brisk.utility(b),
            brief(a),
            brief(b)));
    assertThat(differ / (double) pairs).isBetween(0.35, 0.75);
    assertThat(widest).isGreaterThan(0.1);
  }

  private void correlations(List<Trajectory> demos) {
    double[] gentle = demos.stream().mapToDouble(operator("gentle")::utility).toArray();
    double[] brisk = demos.stream().mapToDouble(operator("brisk")::utility).toArray();
    double[] success =
        demos.stream().mapToDouble(t -> PeelMetrics.of(t, task).success() ? 1 : 0).toArray();
    double g = correlation(gentle, success);
    double b = correlation(brisk, success);
    double both = correlation(gentle, brisk);
    lines.add(
        String.format(
            Locale.ROOT,
            "correlation: gentle and success %.2f, brisk and success %.2f, gentle and brisk %.2f",
            g,
            b,
            both));
    assertThat(Math.abs(g)).isLessThan(0.7); // a taste is not the metrics in disguise
    assertThat(Math.abs(b)).isLessThan(0.7);
    assertThat(both).isLessThan(0.2);
  }

  /** Pearson's r. */
  private static double correlation(double[] a, double[] b) {
    double meanA = Arrays.stream(a).average().orElseThrow();
    double meanB = Arrays.stream(b).average().orElseThrow();
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < a.length; i++) {
      ab += (a[i] - meanA) * (b[i] - meanB);
      aa += (a[i] - meanA) * (a[i] - meanA);
      bb += (b[i] - meanB) * (b[i] - meanB);
    }
    return ab / Math.sqrt(aa * bb);
  }

  private String brief(Trajectory t) {
    PeelMetrics m = PeelMetrics.of(t, task);
    return String.format(
        Locale.ROOT,
        "%.2f mm, %.0f mm/s, %.0f N",
        1e3 * m.meanThicknessM(),
        1e3 * m.feedMPerS(),
        m.meanForceN());
  }

  private SimulatedOperator operator(String name) {
    Path file = PeelingTask.root().resolve("configs/operators/" + name + ".yaml");
    return new SimulatedOperator(OperatorConfig.load(file, List.of()), task, 1);
  }

  private double costMs() {
    long start = System.nanoTime();
    DemonstrationFactory.demonstrate(task, 100, 5000);
    return (System.nanoTime() - start) / 1e8;
  }
}
