package org.strop.sim.operator;

import org.strop.bridge.trajectory.Channels;
import org.strop.bridge.trajectory.FloatMatrix;
import org.strop.bridge.trajectory.Trajectory;
import org.strop.sim.task.ProduceConfig;

/**
 * An operator's impression of one segment, summed step by step from what the replay shows.
 *
 * <pre>  U = Σ wᵢ sᵢ / Σ wᵢ ,  each liking sᵢ in [0, 1]        (ours)</pre>
 *
 * <p>Thickness, force and speed are judged at every step with a strip and averaged, so a peel that
 * is good half of the way is liked half; evenness, coverage and flaws are judged as a whole.
 * Without any strip only coverage (0) and what the blade spoiled are seen: U is 0.
 */
final class Taste {
  private final TasteConfig config;
  private double thickness;
  private double force;
  private double feed;
  private double sum;
  private double squares;
  private int strips;
  private double peeled;
  private double travelled;
  private int gouges;
  private int breaks;

  private Taste(TasteConfig config) {
    this.config = config;
  }

  /** Returns the utility of steps [from, to) of a trajectory, in [0, 1]. */
  static double utility(
      TasteConfig config, Trajectory trajectory, int from, int to, ProduceConfig produce) {
    Taste taste = new Taste(config);
    taste.watch(trajectory, from, to, produce);
    boolean whole = from == 0 && to == trajectory.length();
    return taste.utility(whole ? produce.strokeLengthM() : taste.travelled);
  }

  private void watch(Trajectory trajectory, int from, int to, ProduceConfig produce) {
    FloatMatrix state = trajectory.channel(Channels.STATE);
    FloatMatrix cut = trajectory.channel(Channels.CUT);
    FloatMatrix wrench = trajectory.channel(Channels.WRENCH);
    double rate = trajectory.info().rateHz();
    double furthest = Math.max(produce.strokeStartM(), state.get(from, 0));
    for (int t = from; t < to; t++) {
      double x = Math.min(state.get(t, 0), produce.strokeEndM());
      double progress = Math.max(0, x - furthest);
      furthest = Math.max(furthest, x);
      travelled += progress;
      boolean strip = cut.get(t, 0) > 0;
      if (strip) {
        peeled += progress;
        double before = state.get(Math.max(from, t - 1), 0);
        judge(cut.get(t, 0), norm(wrench, t), (state.get(t, 0) - before) * rate);
      }
      boolean inside = x < produce.strokeEndM() && x > produce.strokeStartM();
      flaws(cut, t, from, strip, inside);
    }
  }

  private void judge(double thicknessM, double forceN, double feedMPerS) {
    double off = (thicknessM - config.thicknessM()) / config.thicknessToleranceM();
    double rush = (feedMPerS - config.feedMPerS()) / config.feedToleranceMPerS();
    thickness += Math.exp(-0.5 * off * off);
    feed += Math.exp(-0.5 * rush * rush);
    force += 1 / (1 + Math.exp((forceN - config.forceN()) / config.forceToleranceN()));
    sum += thicknessM;
    squares += thicknessM * thicknessM;
    strips++;
  }

  private void flaws(FloatMatrix cut, int t, int from, boolean strip, boolean inside) {
    boolean before = t > from;
    boolean gougedBefore = before && cut.get(t - 1, 3) > 0;
    boolean stripBefore = before && cut.get(t - 1, 0) > 0;
    gouges += cut.get(t, 3) > 0 && !gougedBefore ? 1 : 0;
    breaks += stripBefore && !strip && inside ? 1 : 0;
  }

  private double utility(double reference) {
    if (strips == 0 || !(reference > 0)) {
      return 0;
    }
    double mean = sum / strips;
    double spread = Math.sqrt(Math.max(0, squares / strips - mean * mean));
    double u =
        config.thicknessWeight() * thickness / strips
            + config.forceWeight() * force / strips
            + config.feedWeight() * feed / strips
            + config.evennessWeight() * Math.exp(-spread / config.unevennessM())
            + config.coverageWeight() * Math.min(1, peeled / reference)
            + config.flawWeight()
                * Math.exp(-config.gougeCost() * gouges - config.breakCost() * breaks);
    return u / config.totalWeight();
  }

  private static double norm(FloatMatrix wrench, int t) {
    double x = wrench.get(t, 0);
    double y = wrench.get(t, 1);
    double z = wrench.get(t, 2);
    return Math.sqrt(x * x + y * y + z * z);
  }
}
