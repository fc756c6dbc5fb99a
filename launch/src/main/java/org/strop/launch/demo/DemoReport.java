package org.strop.launch.demo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.strop.launch.eval.Arm;
import org.strop.launch.eval.Comparison;
import org.strop.launch.report.Html;
import org.strop.reward.metrics.Interval;

/**
 * The demo's {@code report.html}: what was asked, what came out, how sure it is, how to repeat it.
 */
final class DemoReport {
  private static final List<String> ARMS =
      List.of(SeedResult.BASE, SeedResult.REFINED, SeedResult.CONTROL);

  private final DemoPlan plan;
  private final Path folder;
  private final List<SeedResult> runs;
  private final DemoResult result;
  private final String command;

  DemoReport(DemoPlan plan, Path folder, List<SeedResult> runs, DemoResult result, String command) {
    this.plan = plan;
    this.folder = folder;
    this.runs = runs;
    this.result = result;
    this.command = command;
  }

  String page() {
    Html html = new Html("Strop: from demonstrations to a policy that " + operator() + " likes");
    html.lead(
        "A peeling policy was imitated from demonstrations, judged by a simulated operator, and"
            + " refined towards what the operator likes. Every figure is measured on instances that"
            + " nothing was trained on.");
    verdict(html);
    arms(html);
    seeds(html);
    ReportPictures pictures = new ReportPictures(plan, folder, runs);
    html.heading("What it looks like").row(pictures.beforeAndAfter());
    html.paragraph("Thickness along the stroke, one row per attempt:")
        .row(pictures.thicknessMaps());
    ReportCurves curves = new ReportCurves(folder, runs);
    html.heading("Learning").row(curves.training());
    html.heading("Does the reward know what the operator likes?").row(curves.reward());
    html.table(curves.rewardHead(), curves.rewardRows());
    method(html);
    return html.page();
  }

  private String operator() {
    return plan.operator().name();
  }

  private void verdict(Html html) {
    html.verdict(
        result.improved(),
        text(
            "Refined %s base on the operator's hidden utility: %+.4f, standard error %.4f over %d"
                + " seeds. The operator would prefer refined on %.0f %% of the instances.",
            result.improved() ? "beats" : "does not beat",
            result.pairedDifference(),
            result.standardError(),
            runs.size(),
            100 * result.winRate()));
    html.verdict(
        !result.controlImproved(),
        text(
            "The control arm (the same budget and data, beta = 0: no preference used) %s: %+.4f,"
                + " standard error %.4f.",
            result.controlImproved() ? "also improves" : "does not improve",
            result.controlDifference(),
            result.controlStandardError()));
  }

  private void arms(Html html) {
    List<List<String>> rows = new ArrayList<>();
    List<Arm> pooled =
        ARMS.stream().map(a -> Arm.pooled(a, runs.stream().map(r -> r.arm(a)).toList())).toList();
    for (Arm arm : pooled) {
      Interval ci = arm.success().wilson();
      rows.add(
          List.of(
              arm.name(),
              text("%.2f", arm.success().value()),
              text("[%.2f, %.2f]", ci.low(), ci.high()),
              Integer.toString(arm.episodes().size()),
              text("%.3f", arm.meanQuality())));
    }
    html.heading("Base, refined, control");
    html.table(List.of("arm", "success", "95 % Wilson", "n", "operator's utility"), rows);
    List<List<String>> metrics = new ArrayList<>();
    for (String name : pooled.get(0).meanMetrics().keySet()) {
      List<String> row = new ArrayList<>(List.of(name));
      pooled.forEach(
          arm -> row.add(text("%.4g", arm.meanMetrics().getOrDefault(name, Double.NaN))));
      metrics.add(row);
    }
    html.paragraph("Task metrics, means over episodes (units in the names, SI):");
    html.table(List.of("metric", "base", "refined", "control"), metrics);
  }

  private void seeds(Html html) {
    List<List<String>> rows = new ArrayList<>();
    for (SeedResult run : runs) {
      Arm base = run.arm(SeedResult.BASE);
      Comparison refined = Comparison.episodes(run.arm(SeedResult.REFINED), base);
      Comparison control = Comparison.episodes(run.arm(SeedResult.CONTROL), base);
      rows.add(
          List.of(
              Long.toString(run.seed()),
              text("%.3f", base.meanQuality()),
              difference(refined),
              text("%.0f %%", 100 * refined.winRate()),
              difference(control)));
    }
    html.paragraph(
        "Seed by seed: each is a run of its own, with its own demonstrations, policy and labels."
            + " Differences are paired by instance; ± is one standard error over instances.");
    html.table(
        List.of(
            "seed", "base utility", "refined - base", "operator prefers refined", "control - base"),
        rows);
  }

  private static String difference(Comparison c) {
    return text("%+.4f ± %.4f", c.difference().mean(), c.difference().standardError());
  }

  private void method(Html html) {
    html.heading("How to repeat it").code(command);
    Map<String, Path> files =
        Map.of(
            "demo",
            folder.resolve("resolved.yaml"),
            "seed",
            folder.resolve("seed-" + runs.get(0).seed()));
    html.paragraph(
        "The resolved configuration is "
            + files.get("demo")
            + "; each seed's folder (for example "
            + files.get("seed")
            + ") holds its demonstrations, checkpoints, labels and evaluation. The same stages by"
            + " hand, on the attempts of this run (no verb makes attempts on its own yet):");
    html.code(
        """
        launch/strop record --simulate --out demos --episodes %1$d
        launch/strop train --data demos --run runs/base
        launch/strop label --data %2$s/attempts --store labels.db
        launch/strop reward --data %2$s/attempts --labels labels.db --run runs/reward
        launch/strop finetune --data %2$s/attempts --data demos --base runs/base --reward runs/reward --run runs/refined
        launch/strop eval --policy runs/refined --against runs/base\
        """
            .formatted(plan.demo().demonstrations(), files.get("seed")));
    html.paragraph(
        text(
            "%d demonstrations, %d attempts and %d comparisons per seed; %.0f s of wall time in the"
                + " last sitting; at most %d MiB of memory.",
            plan.demo().demonstrations(),
            plan.demo().attempts(),
            plan.demo().pairs(),
            result.wallS(),
            result.peakRssMb()));
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
