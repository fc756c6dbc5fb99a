package org.strop.launch.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.strop.bridge.trajectory.Channels;
import org.strop.bridge.trajectory.Trajectory;
import org.strop.bridge.trajectory.dataset.Dataset;
import org.strop.bridge.trajectory.dataset.DatasetInfo;
import org.strop.bridge.trajectory.dataset.DatasetWriter;
import org.strop.launch.eval.Arm;
import org.strop.launch.run.RunFolder;

/** An evaluation on disk: {@code arms.json}, and a few rollouts of each arm to look at. */
final class EvaluationFiles {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int SHOWN = 6;
  private static final String ARMS = "arms.json";

  private EvaluationFiles() {}

  static void write(Path folder, List<ArmRollouts> arms) {
    for (ArmRollouts rollouts : arms) {
      List<Trajectory> shown =
          rollouts.trajectories().subList(0, Math.min(SHOWN, rollouts.trajectories().size()));
      DatasetInfo info =
          new DatasetInfo(
              shown.get(0).info().task(),
              shown.get(0).info().rateHz(),
              List.of(Channels.STATE, Channels.WRENCH, Channels.ACTION, Channels.CUT));
      try (DatasetWriter writer =
          DatasetWriter.create(folder.resolve(rollouts.arm().name()), info)) {
        writer.addAll(shown);
      }
    }
    try {
      List<Arm> outcomes = arms.stream().map(ArmRollouts::arm).toList();
      RunFolder.write(folder.resolve(ARMS), MAPPER.writeValueAsString(outcomes));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static SeedResult read(Path folder, long seed) {
    try {
      byte[] json = Files.readAllBytes(folder.resolve(ARMS));
      return new SeedResult(seed, MAPPER.readValue(json, new TypeReference<List<Arm>>() {}));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the rollouts of an arm that were kept. */
  static List<Trajectory> shown(Path folder, String arm) {
    return Dataset.open(folder.resolve(arm)).readAll();
  }
}
