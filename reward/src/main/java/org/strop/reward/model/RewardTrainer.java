package org.strop.reward.model;

import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.strop.bridge.trajectory.Trajectory;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;
import org.strop.policy.nn.Tensor;
import org.strop.policy.nn.Torch;
import org.strop.reward.ceiling.HumanCeiling;
import org.strop.reward.ceiling.ScoreCeiling;
import org.strop.reward.ceiling.Vote;
import org.strop.reward.label.LabelSource;

/** Trains a reward on attempts and on what people said about them. */
public final class RewardTrainer {
  private static final String REPORT = "reward.json";

  private RewardTrainer() {}

  /**
   * Trains, judges and saves a reward.
   *
   * <p>Same input and seed, same machine: same bytes. Choices of "can't tell" are left out; a
   * label's confidence is its weight.
   *
   * @param trajectories the attempts, each with the channels of {@link
   *     org.strop.reward.features.CartesianForceFeatures}; those with a {@code cut} channel give
   *     thickness classes
   * @param labels of segments of these trajectories
   * @param runDir gets {@code reward.safetensors} and {@code reward.json}, each whole or not at
   *     all; made where it is missing
   * @return model and report; the model is the caller's to close
   * @throws StropException {@code CORRUPT_DATA} for NaN observations or when no label has weight,
   *     {@code MISSING_DATA} for a label of an unknown segment, {@code COMPUTATION} if training
   *     diverges; nothing is written then
   */
  public static RewardFit train(
      RewardConfig config,
      List<Trajectory> trajectories,
      LabelSource labels,
      Path runDir,
      FitListener listener) {
    RewardFit fit = train(config, trajectories, labels, listener);
    try {
      Files.createDirectories(runDir);
      fit.model().save(runDir.resolve(RewardCheckpoint.FILE_NAME));
      writeReport(runDir.resolve(REPORT), fit.report());
    } catch (IOException e) {
      throw new StropException(
          ErrorCode.IO,
          "Writing the reward's report failed: " + e.getMessage() + ".",
          runDir.toString(),
          "check the disk and the permissions.",
          e);
    }
    return fit;
  }

  /** Trains and judges a reward without writing anything; see the other method. */
  public static RewardFit train(
      RewardConfig config,
      List<Trajectory> trajectories,
      LabelSource labels,
      FitListener listener) {
    LabeledEpisodes episodes = new LabeledEpisodes(trajectories, labels, config);
    TrainingSet set = episodes.trainingSet();
    RewardFitSpec spec = RewardFitSpec.of(config);
    Roles roles = episodes.roles(set, spec);
    Network net = spec.network(set.width(), set.side().operators().size());
    try (NDManager manager = Torch.start(config.compute()).newManager()) {
      EnsembleFit.Fitted fitted = new EnsembleFit(set, roles, spec).run(manager, listener);
      try (Ensemble ensemble =
          new Ensemble(manager, net, spec.encoder(), fitted.tensors(), "this fit")) {
        Evaluated evaluated = ensemble.evaluate(set.rows(), set.width(), set.episodes());
        Map<String, Tensor> tensors = new HashMap<>(fitted.tensors());
        Optional<OutputScale> output = config.composite().map(c -> OutputScale.fit(evaluated));
        output.ifPresent(o -> o.save(tensors));
        Optional<CompositeReport> composite =
            config
                .composite()
                .map(
                    c ->
                        new CompositeReporter(
                                c, episodes, set, roles, evaluated, output.orElseThrow())
                            .report(tensors, ensemble));
        double[] mixtures = net.mixture().of(ensemble);
        Predictions predictions =
            new Predictions(
                set,
                spec.pairReturn(),
                evaluated,
                LabelReading.of(ensemble),
                ValueShift.of(spec, set, evaluated, mixtures));
        RewardReport report =
            report(
                config,
                episodes,
                labels,
                set,
                roles,
                predictions,
                fitted,
                ensemble.gains(),
                mixtures,
                composite);
        RewardModel model = new RewardModel(config, episodes.scaling(), tensors, "this fit");
        return new RewardFit(model, report);
      }
    }
  }

  private static RewardReport report(
      RewardConfig config,
      LabeledEpisodes episodes,
      LabelSource labels,
      TrainingSet set,
      Roles roles,
      Predictions predictions,
      EnsembleFit.Fitted fitted,
      float[] gains,
      double[] mixtures,
      Optional<CompositeReport> composite) {
    HeldOut pairs = HeldOut.of(Part.PAIRS, set, roles, predictions);
    HeldOut scores = HeldOut.of(Part.SCORES, set, roles, predictions);
    HeldOut pieces = HeldOut.of(Part.THICKNESS, set, roles, predictions);
    return new RewardReport(
        config.kind(),
        Arrays.stream(mixtures).boxed().toList(),
        episodes.episodes(),
        episodes.steps(),
        episodes.cantTell(),
        ChoiceQuality.of(pairs.predictions(), pairs.labels(), config.calibrationBins()),
        pairs.calibration(config.calibrationBins(), config.seed()),
        ValueQuality.of(scores.predictions(), scores.labels()),
        composite.isPresent()
            ? Optional.empty()
            : ValueQuality.of(pieces.predictions(), pieces.labels()),
        composite,
        HumanCeiling.of(Vote.of(labels.preferences())),
        ScoreCeiling.of(labels.scores()),
        IntStream.range(0, gains.length).mapToObj(m -> (double) gains[m]).toList(),
        Arrays.stream(fitted.bestSteps()).boxed().toList(),
        fitted.curve());
  }

  private static void writeReport(Path file, RewardReport report) throws IOException {
    ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
    Files.write(
        temporary, json.writeValueAsString(report.toMap()).getBytes(StandardCharsets.UTF_8));
    Files.move(
        temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
