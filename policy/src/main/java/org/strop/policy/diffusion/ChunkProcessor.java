package org.strop.policy.diffusion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.strop.bridge.trajectory.ChannelSpec;
import org.strop.bridge.trajectory.FloatMatrix;
import org.strop.bridge.trajectory.Trajectory;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;
import org.strop.policy.nn.MinMaxNormalizer;

/**
 * Turns observations and actions of a robot into normalised vectors, and chunks back into actions.
 * Immutable, thread-safe; everything it needs is in {@link State}, which a checkpoint stores.
 */
public final class ChunkProcessor {
  private final State state;
  private final MinMaxNormalizer observation;
  private final MinMaxNormalizer action;
  private final List<PoseColumns> observationPoses;
  private final PoseColumns actionPose;
  private final int anchorInput;

  /**
   * What a processor is, as JSON.
   *
   * @param inputs channels read, each with its number of steps
   * @param action the channel commanded
   * @param horizon steps of a chunk
   * @param relative whether positions are relative to the newest observed one
   * @param reference quaternion whose half-sphere all quaternions are turned to; empty without any
   */
  @SuppressWarnings("ArrayRecordComponent") // a JSON document, never compared
  public record State(
      List<Input> inputs,
      ChannelSpec action,
      int horizon,
      boolean relative,
      float[] reference,
      float[] observationMin,
      float[] observationMax,
      float[] actionMin,
      float[] actionMax) {}

  /** A channel with its number of steps. */
  public record Input(ChannelSpec channel, int steps) {}

  /** Creates a processor from what a checkpoint stores. */
  public ChunkProcessor(State state) {
    this.state = state;
    observation = MinMaxNormalizer.of(state.observationMin(), state.observationMax());
    action = MinMaxNormalizer.of(state.actionMin(), state.actionMax());
    observationPoses = state.inputs().stream().map(i -> PoseColumns.of(i.channel())).toList();
    actionPose = PoseColumns.of(state.action());
    anchorInput = state.relative() ? anchor(state.inputs(), observationPoses) : -1;
  }

  private static int anchor(List<Input> inputs, List<PoseColumns> poses) {
    for (int i = 0; i < poses.size(); i++) {
      if (poses.get(i).hasPosition()) {
        return i;
      }
    }
    throw new StropException(
        ErrorCode.CONFIG,
        "relative_position is true, but none of the observations has x, y, z: "
            + inputs.stream().map(i -> i.channel().key()).toList(),
        "key policy.relative_position",
        "set it to false, or observe a pose");
  }

  /**
   * Returns a processor whose ranges are those of the data.
   *
   * @throws StropException {@code MISSING_DATA} if there is no data or a channel is not in it
   */
  public static ChunkProcessor fit(DiffusionConfig config, List<Trajectory> data) {
    if (data.isEmpty()) {
      throw new StropException(
          ErrorCode.MISSING_DATA,
          "there are no demonstrations to train on",
          "the dataset",
          "record or import some first");
    }
    Trajectory first = data.get(0);
    List<Input> inputs = new ArrayList<>();
    for (ObservationInput input : config.observations()) {
      inputs.add(new Input(spec(first, input.key()), input.steps()));
    }
    ChannelSpec action = spec(first, config.action());
    float[] row = first.channel(action).toArray();
    State raw =
        new State(
            List.copyOf(inputs),
            action,
            config.horizon(),
            config.relativePosition(),
            PoseColumns.of(action).quaternion(row, 0),
            unit(inputs.stream().mapToInt(i -> i.channel().width() * i.steps()).sum(), -1),
            unit(inputs.stream().mapToInt(i -> i.channel().width() * i.steps()).sum(), 1),
            unit(action.width() * config.horizon(), -1),
            unit(action.width() * config.horizon(), 1));
    return withRanges(raw, data);
  }

  private static ChunkProcessor withRanges(State raw, List<Trajectory> data) {
    ChunkProcessor plain = new ChunkProcessor(raw); // [-1, 1] to [-1, 1] is the identity
    List<FloatMatrix> observations = new ArrayList<>();
    List<FloatMatrix> actions = new ArrayList<>();
    for (Trajectory trajectory : data) {
      EncodedWindows windows = EncodedWindows.of(plain, trajectory);
      observations.add(windows.observationMatrix());
      actions.add(windows.actionMatrix());
    }
    MinMaxNormalizer o = MinMaxNormalizer.fit(plain.observationWidth(), observations);
    MinMaxNormalizer a = MinMaxNormalizer.fit(plain.chunkWidth(), actions);
    return new ChunkProcessor(
        new State(
            raw.inputs(),
            raw.action(),
            raw.horizon(),
            raw.relative(),
            raw.reference(),
            o.min(),
            o.max(),
            a.min(),
            a.max()));
  }

  private static float[] unit(int width, float value) {
    float[] all = new float[width];
    Arrays.fill(all, value);
    return all;
  }

  private static ChannelSpec spec(Trajectory trajectory, String key) {
    return trajectory.specs().stream()
        .filter(s -> s.key().equals(key))
        .findFirst()
        .orElseThrow(
            () ->
                new StropException(
                    ErrorCode.MISSING_DATA,
                    "expected channel "
                        + key
                        + ", found "
                        + trajectory.specs().stream().map(ChannelSpec::key).toList(),
                    "episode " + trajectory.info().episodeId(),
                    "name a channel that the dataset has"));
  }

  /** Returns what a checkpoint has to store. */
  public State state() {
    return state;
  }

  /** Returns the width of an encoded observation. */
  public int observationWidth() {
    return observation.width();
  }

  /** Returns horizon · Da, the width of an encoded chunk. */
  public int chunkWidth() {
    return action.width();
  }

  /** Returns W, the longest history read. */
  public int windowSteps() {
    return state.inputs().stream().mapToInt(Input::steps).max().orElse(1);
  }

  /** Returns 1 where a component of a chunk carries something, 0 where it is constant. */
  public float[] activeMask() {
    float[] mask = new float[chunkWidth()];
    for (int i = 0; i < mask.length; i++) {
      mask[i] = action.isConstant(i) ? 0 : 1;
    }
    return mask;
  }

  /**
   * Encodes the observation at a step, history included; before the first step the first is
   * repeated.
   *
   * @param channels by key, rows are steps
   * @param out overwritten from {@code offset} on
   * @return the position that relative positions refer to; zeros if they are absolute
   */
  float[] encodeObservation(
      Function<String, FloatMatrix> channels, int step, float[] out, int offset) {
    float[] anchor = new float[3];
    if (anchorInput >= 0) {
      ChannelSpec channel = state.inputs().get(anchorInput).channel();
      anchor =
          observationPoses.get(anchorInput).position(channels.apply(channel.key()).row(step), 0);
    }
    int at = offset;
    for (int i = 0; i < state.inputs().size(); i++) {
      Input input = state.inputs().get(i);
      FloatMatrix rows = channels.apply(input.channel().key());
      for (int k = input.steps() - 1; k >= 0; k--) {
        rows.copyRow(Math.max(0, step - k), out, at);
        observationPoses.get(i).align(out, at, state.reference());
        if (anchorInput >= 0 && k > 0) {
          observationPoses.get(i).shift(out, at, anchor, -1);
        }
        at += rows.cols();
      }
    }
    for (int i = 0; i < observation.width(); i++) {
      out[offset + i] = observation.encode(i, out[offset + i]);
    }
    return anchor;
  }

  /**
   * Encodes the actions from a step on; past the last the last is repeated.
   *
   * @param actions rows are steps
   * @param anchor from {@link #encodeObservation} at the same step
   * @param out overwritten from {@code offset} on, horizon · Da values
   */
  public void encodeActions(
      FloatMatrix actions, int step, float[] anchor, float[] out, int offset) {
    for (int k = 0; k < state.horizon(); k++) {
      int at = offset + k * actions.cols();
      actions.copyRow(Math.min(step + k, actions.rows() - 1), out, at);
      actionPose.align(out, at, state.reference());
      actionPose.shift(out, at, anchor, -1);
    }
    for (int i = 0; i < action.width(); i++) {
      out[offset + i] = action.encode(i, out[offset + i]);
    }
  }

  /**
   * Decodes the first steps of a chunk into actions; quaternions get length 1.
   *
   * @param chunk encoded, horizon · Da values from {@code offset} on; not modified
   * @param steps to decode, at most the horizon
   * @return shape [steps, Da]
   */
  FloatMatrix decodeActions(float[] chunk, int offset, int steps, float[] anchor) {
    int width = state.action().width();
    float[] out = new float[steps * width];
    for (int i = 0; i < out.length; i++) {
      out[i] = action.decode(i, chunk[offset + i]);
    }
    for (int k = 0; k < steps; k++) {
      actionPose.shift(out, k * width, anchor, 1);
      actionPose.normalize(out, k * width, state.reference());
    }
    return FloatMatrix.of(steps, width, out);
  }
}
