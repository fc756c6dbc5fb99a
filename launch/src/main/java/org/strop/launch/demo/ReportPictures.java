package org.strop.launch.demo;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.strop.bridge.trajectory.Trajectory;
import org.strop.bridge.trajectory.Workpiece;
import org.strop.launch.report.Html;
import org.strop.sim.view.BeforeAfter;
import org.strop.sim.view.ThicknessMap;

/** Pictures of the produce for the report, drawn from the rollouts that the evaluation kept. */
final class ReportPictures {
  private final DemoPlan plan;
  private final Path folder;
  private final List<SeedResult> runs;

  ReportPictures(DemoPlan plan, Path folder, List<SeedResult> runs) {
    this.plan = plan;
    this.folder = folder;
    this.runs = runs;
  }

  /** Returns one picture per kind of produce, of the first seed's first instance of it. */
  List<String> beforeAndAfter() {
    List<Trajectory> base = shown(runs.get(0), SeedResult.BASE);
    List<Trajectory> refined = shown(runs.get(0), SeedResult.REFINED);
    Map<String, String> byKind = new LinkedHashMap<>();
    for (int i = 0; i < base.size(); i++) {
      String kind = base.get(i).info().workpiece().map(Workpiece::kind).orElse("");
      if (!byKind.containsKey(kind)) {
        BufferedImage image =
            BeforeAfter.draw(base.get(i), "base", refined.get(i), "refined", plan.task());
        byKind.put(
            kind, Html.picture(png(image), kind + ": the same instance under both policies"));
      }
    }
    return new ArrayList<>(byKind.values());
  }

  /** Returns one map per seed: base beside refined, the same row is the same instance. */
  List<String> thicknessMaps() {
    List<String> maps = new ArrayList<>();
    for (SeedResult run : runs) {
      BufferedImage image =
          ThicknessMap.draw(
              "Strip thickness, seed " + run.seed(),
              List.of(
                  new ThicknessMap.Group("base", shown(run, SeedResult.BASE)),
                  new ThicknessMap.Group("refined", shown(run, SeedResult.REFINED))),
              plan.task());
      maps.add(Html.picture(png(image), "seed " + run.seed()));
    }
    return maps;
  }

  private List<Trajectory> shown(SeedResult run, String arm) {
    return EvaluationFiles.shown(folder.resolve("seed-" + run.seed()).resolve("evaluation"), arm);
  }

  private static byte[] png(BufferedImage image) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
