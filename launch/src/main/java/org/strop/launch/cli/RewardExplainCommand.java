package org.strop.launch.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.strop.bridge.trajectory.Trajectory;
import org.strop.bridge.trajectory.dataset.Dataset;
import org.strop.launch.report.Html;
import org.strop.launch.report.Plot;
import org.strop.launch.run.RunFolder;
import org.strop.launch.study.Explanation;
import org.strop.reward.model.RewardModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code strop reward explain}. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = {
      "Tells what each part of a reward contributes at each step of an attempt.",
      "",
      "Contributions are before the squash, mean over the ensemble, each relative to its mean over",
      "the training data: 0 is as usual, and at every step they sum to pre_squash.",
      ""
    },
    footerHeading =
        "%nWith --json: episode, steps, seconds, reward, standard_deviation, pre_squash,"
            + " contributions%n(by name, one number per step).%n%nExamples:%n",
    footer = {
      "  strop reward explain --run runs/reward --data attempts --episode attempt-1",
      "  strop reward explain --run runs/reward --data attempts --episode attempt-1"
          + " --picture why.html --json"
    })
final class RewardExplainCommand implements Callable<Integer> {
  @Mixin private Console console;

  @Option(names = "--run", required = true, paramLabel = "DIR", description = "The reward.")
  private Path run;

  @Option(names = "--data", required = true, paramLabel = "DIR", description = "Dataset.")
  private Path data;

  @Option(names = "--episode", required = true, paramLabel = "ID", description = "The attempt.")
  private String episode;

  @Option(
      names = "--picture",
      paramLabel = "FILE.html",
      description = "Also draw the contributions.")
  private @Nullable Path picture;

  @Override
  public Integer call() throws IOException {
    Trajectory trajectory = Dataset.open(data).read(episode);
    try (RewardModel model = RewardModel.load(run)) {
      Explanation explanation = Explanation.of(model, trajectory);
      explanation.table().forEach(console.words()::println);
      if (picture != null) {
        String title = "Reward of " + episode;
        String plot = Plot.svg(title, "time, s", "contribution", explanation.lines());
        RunFolder.write(picture, new Html(title).row(List.of(Html.figure(plot, title))).page());
      }
      console.result(() -> json(explanation));
    }
    return 0;
  }

  private Map<String, Object> json(Explanation explanation) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("episode", episode);
    map.putAll(explanation.toMap());
    return map;
  }
}
