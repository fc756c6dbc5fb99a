package org.strop.launch.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.strop.bridge.trajectory.Trajectory;
import org.strop.bridge.trajectory.dataset.Dataset;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;
import org.strop.launch.progress.ProgressBar;
import org.strop.launch.run.Installation;
import org.strop.sim.camera.CameraRigConfig;
import org.strop.sim.suite.task.SuiteTask;
import org.strop.sim.suite.task.SuiteTasks;
import org.strop.sim.task.TaskConfig;
import org.strop.sim.view.PeelShow;
import org.strop.sim.view.Pixels;
import org.strop.sim.view.SuiteSheet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code strop sim view}. */
@Command(
    name = "view",
    mixinStandardHelpOptions = true,
    description = {
      "Draws the simulator: pictures, films, a contact sheet.",
      "",
      "Needs no display. A peel before, during and after (PNG), a film of it (GIF), a recorded"
          + " episode again, or all tasks of the transfer suite at their start and solved.",
      "",
      "A PNG of a peel shows the task that goes all the way round; a GIF one stroke. --config names"
          + " another.",
      "",
      "--json prints: files, deviation_m (of an episode from its recording, else 0).",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  strop sim view --produce apple --seed 1 --out apple.gif",
      "  strop sim view --produce all --out pictures",
      "  strop sim view --task suite --out suite.png",
      "  strop sim view --episode data/peels#peel-3 --cameras --out pictures/peel-3",
      "  strop sim view --episode data/peels#peel-3 --out peel-3.png"
    })
final class SimViewCommand implements Callable<Integer> {
  private enum Task {
    peeling,
    suite
  }

  @Mixin private Console console;
  @Mixin private ConfigOption config;

  @Option(
      names = "--task",
      defaultValue = "peeling",
      description = "What to draw: ${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).")
  private Task task;

  @Option(
      names = "--produce",
      defaultValue = TaskConfig.MIXED,
      description = "A kind, mixed, or all (then --out is a folder).")
  private String produce;

  @Option(names = "--seed", defaultValue = "1", description = "Seed of the instance.")
  private long seed;

  @Option(
      names = "--episode",
      paramLabel = "DATASET#ID",
      description = "Show a recorded episode again.")
  private @Nullable String episode;

  @Option(names = "--out", required = true, description = "A .png or .gif file, or a folder.")
  private Path out;

  @Option(
      names = "--width",
      defaultValue = "640",
      description = "Width of one picture, pixels; it is 4:3 (default ${DEFAULT-VALUE}).")
  private int width;

  @Option(
      names = "--cameras",
      arity = "0..1",
      fallbackValue = "",
      paramLabel = "RIG",
      description = {
        "Write what the cameras see at every row, colour and depth, into the folder --out;",
        "a rig's file, or none: configs/cameras/peeling_cell.yaml."
      })
  private @Nullable String rig;

  private final List<String> files = new ArrayList<>();
  private double deviationM;

  @Override
  public Integer call() {
    if (width < 16 || width > 4096) {
      throw usage("--width is " + width, "give 16 to 4096 pixels");
    }
    if (task == Task.suite) {
      suite();
    } else if (episode != null) {
      recorded(episode);
    } else if (produce.equals("all")) {
      all();
    } else {
      show(PeelShow.demonstration(peeling(), produce, seed), title(produce), out);
    }
    files.forEach(f -> console.words().println(f));
    console.result(() -> Map.of("files", files, "deviation_m", deviationM));
    return 0;
  }

  private static StropException usage(String what, String fix) {
    return new StropException(ErrorCode.USAGE, what, "command line of strop sim view", fix);
  }

  private boolean isFilm() {
    return out.toString().toLowerCase(Locale.ROOT).endsWith(".gif");
  }

  private TaskConfig peeling() {
    boolean once = isFilm() || rig != null || episode != null;
    return config
        .load(once ? "tasks/peeling.yaml" : "tasks/peeling_whole.yaml", TaskConfig.class)
        .value();
  }

  private String title(String kind) {
    return kind + ", seed " + seed;
  }

  private void show(PeelShow show, String title, Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (rig != null) {
      Path ships = Installation.config("cameras/peeling_cell.yaml");
      Path chosen = rig.isEmpty() ? ships : Path.of(rig);
      int rows = show.record(file, CameraRigConfig.load(chosen, List.of()));
      console.say("%s: %d rows", file, rows);
      files.add(file.toString());
      return;
    }
    folder(file.toAbsolutePath().getParent());
    if (name.endsWith(".gif")) {
      int pictures = show.film(file, width, 3 * width / 4, 2);
      console.say("%s: %d pictures", file, pictures);
    } else if (name.endsWith(".png")) {
      Pixels.write(show.triptych(width, 3 * width / 4, title), file);
    } else {
      throw usage("--out is " + file, "name a .png or a .gif file");
    }
    files.add(file.toString());
  }

  private void all() {
    TaskConfig whole = peeling();
    try (ProgressBar bar = console.bar("drawing", "kinds", whole.kinds().size())) {
      int done = 0;
      for (String kind : whole.kinds()) {
        show(PeelShow.demonstration(whole, kind, seed), title(kind), out.resolve(kind + ".png"));
        bar.at(++done, kind);
      }
    }
  }

  private void recorded(String address) {
    int at = address.lastIndexOf('#');
    if (at < 1) {
      throw usage("--episode is " + address, "write DATASET#ID, for example data/peels#peel-3");
    }
    Trajectory found =
        Dataset.open(Path.of(address.substring(0, at))).read(address.substring(at + 1));
    PeelShow show = PeelShow.recorded(peeling(), found);
    show(show, found.info().episodeId() + ", " + show.kind() + ", " + found.info().source(), out);
    deviationM = show.deviationM();
    if (deviationM > 0) {
      console.say(
          "computed again, the blade is up to %.2f mm from where it was recorded: another task,"
              + " carrier or release",
          1e3 * deviationM);
    }
  }

  private void suite() {
    SuiteTasks all = SuiteTasks.in(Installation.config("tasks/suite"));
    List<SuiteTask> tasks = all.names().stream().map(all::load).toList();
    folder(Optional.ofNullable(out.toAbsolutePath().getParent()).orElse(Path.of("/")));
    Pixels.write(new SuiteSheet().draw(tasks, seed), out);
    files.add(out.toString());
  }

  private static void folder(@Nullable Path folder) {
    try {
      if (folder != null) {
        Files.createDirectories(folder);
      }
    } catch (IOException e) {
      throw new StropException(
          ErrorCode.IO,
          "the folder cannot be made: " + e.getMessage(),
          String.valueOf(folder),
          "name another folder",
          e);
    }
  }
}
