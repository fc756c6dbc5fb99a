package org.strop.bridge.control;

/**
 * Limits Cartesian pose commands so that workspace, speed, step and force limits hold.
 *
 * <p>A pose is 7 numbers: position in m, then a quaternion x y z w, world frame. With the previous
 * output p and the command c (its position first projected onto the workspace box), the output is
 *
 * <pre>  out = p ⊕ s·(c ⊖ p),   s = min(1, v·dt/d, step/d, ω·dt/θ, step_θ/θ) · load        (ours)
 * </pre>
 *
 * <p>where d and θ are the distance and the angle from p to c. Translation and rotation share s:
 * the tool follows the commanded line, only slower. The box is convex, so scaling never leaves it.
 * {@code load} is 1 up to the soft force limit and falls to 0 at the hard one, for steps that carry
 * the equilibrium pose further away from the measured one; steps that unload are free.
 *
 * <p>A command inside all limits passes bit by bit (a quaternion off unit length by more than 1e-9
 * is normalised first). While a fault is latched, raised here or by anybody who shares the latch,
 * the command is replaced by the pose measured when the hold began, or by the last output where the
 * measurement is not usable; the way there obeys the same limits. Clearing the latch resumes from
 * the last output.
 *
 * <p>Called at the control rate by one thread. Allocates nothing, never throws, never blocks.
 */
public final class SafetyFilter {
  /** Off unit length by more than this, a quaternion is normalised. */
  private static final double UNIT_TOLERANCE = 1e-9;

  /** A quaternion shorter or longer than this is garbage, not a rotation with rounding (ours). */
  private static final double MIN_NORM = 0.5;

  private static final double MAX_NORM = 2;

  private static final double UNUSABLE = -1;

  private final SafetyLimits limits;
  private final FaultLatch latch;
  private final double[] previous = new double[7];
  private final double[] hold = new double[7];
  private final double[] target = new double[7];
  private boolean anchored;
  private boolean holding;
  private double lastScale = 1;
  private boolean lastClamped;
  private long limitedSteps;

  /**
   * Creates a filter with no previous output.
   *
   * @throws IllegalArgumentException if a limit is not usable
   */
  public SafetyFilter(SafetyLimits limits, FaultLatch latch) {
    limits.requireUsable();
    this.limits = limits;
    this.latch = latch;
  }

  /**
   * Limits one command.
   *
   * @param measuredPose measured pose, length 7; not modified
   * @param wrench measured force (N) and torque (Nm), length 6, any frame; not modified
   * @param command commanded pose, length 7; not modified unless it is {@code out}
   * @param dtS time since the previous step, s; above 0
   * @param out the limited pose, length 7; overwritten only when this returns true; may be the same
   *     array as {@code command} or {@code measuredPose}
   * @return whether {@code out} may be sent; false only while no output is known yet and the
   *     measured pose is not usable or lies outside the workspace: then send nothing, the arm stays
   *     as it is
   */
  public boolean step(
      double[] measuredPose, double[] wrench, double[] command, double dtS, double[] out) {
    boolean measured = isPose(measuredPose);
    double forceN = inspect(measured, wrench, command, dtS);
    if (out.length < 7 || (!anchored && !anchor(measured, measuredPose))) {
      return false;
    }
    if (forceN == UNUSABLE || latch.isRaised()) {
      startHold(measured, measuredPose);
      System.arraycopy(hold, 0, target, 0, 7);
    } else {
      holding = false;
      copyPose(command, target);
    }
    lastClamped = project(target);
    advance(dtS > 0 && dtS < Double.POSITIVE_INFINITY ? dtS : 0, measuredPose, forceN);
    System.arraycopy(previous, 0, out, 0, 7);
    return true;
  }

  /** Forgets the previous output; the next step starts at the measured pose. Keeps the latch. */
  public void reset() {
    anchored = false;
    holding = false;
    lastScale = 1;
    lastClamped = false;
  }

  /** Returns the latch that this filter raises and obeys. */
  public FaultLatch latch() {
    return latch;
  }

  /** Returns s of the last step, in [0, 1]; 1 where speed, step and force limits did not act. */
  public double lastScale() {
    return lastScale;
  }

  /** Returns whether the last command's position was outside the workspace. */
  public boolean lastClamped() {
    return lastClamped;
  }

  /** Returns how many steps any limit changed. */
  public long limitedSteps() {
    return limitedSteps;
  }

  /**
   * Raises what is wrong with the inputs. Returns the force, N, or UNUSABLE: then this step holds
   * even if somebody clears the latch in between.
   */
  private double inspect(boolean measured, double[] wrench, double[] command, double dtS) {
    if (!measured || !isFinite(wrench, 6)) {
      latch.raise(Fault.NON_FINITE_OBSERVATION);
      return UNUSABLE;
    }
    if (!isPose(command)) {
      latch.raise(Fault.NON_FINITE_COMMAND);
      return UNUSABLE;
    }
    if (!(dtS > 0 && dtS < Double.POSITIVE_INFINITY)) {
      latch.raise(Fault.BAD_TIME_STEP);
      return UNUSABLE;
    }
    double forceN = length(wrench[0], wrench[1], wrench[2]);
    if (forceN >= limits.hardForceN()) {
      latch.raise(Fault.FORCE_LIMIT);
      return UNUSABLE;
    }
    return forceN;
  }

  private boolean anchor(boolean measured, double[] pose) {
    if (!measured) {
      return false;
    }
    if (!limits.workspace().contains(pose[0], pose[1], pose[2])) {
      latch.raise(Fault.OUTSIDE_WORKSPACE);
      return false;
    }
    copyPose(pose, previous);
    anchored = true;
    return true;
  }

  private void startHold(boolean measured, double[] pose) {
    if (holding) {
      return;
    }
    holding = true;
    if (measured) {
      copyPose(pose, hold);
    } else {
      System.arraycopy(previous, 0, hold, 0, 7);
    }
  }

  private void advance(double dtS, double[] measuredPose, double forceN) {
    double distance =
        length(target[0] - previous[0], target[1] - previous[1], target[2] - previous[2]);
    double angle = Quaternions.angle(previous, 3, target, 3);
    double scale =
        Math.min(
            share(Math.min(limits.maxLinearMPerS() * dtS, limits.maxStepM()), distance),
            share(Math.min(limits.maxAngularRadPerS() * dtS, limits.maxStepRad()), angle));
    if (!holding && forceN > limits.softForceN() && loads(scale, measuredPose)) {
      scale *= (limits.hardForceN() - forceN) / (limits.hardForceN() - limits.softForceN());
    }
    lastScale = scale;
    if (scale < 1 || lastClamped) {
      limitedSteps++;
    }
    move(scale);
  }

  private void move(double scale) {
    if (scale >= 1) {
      System.arraycopy(target, 0, previous, 0, 7);
      return;
    }
    for (int i = 0; i < 3; i++) {
      double value = previous[i] + scale * (target[i] - previous[i]);
      previous[i] = clamp(value, i); // rounding only: the box is convex
    }
    Quaternions.slerp(previous, 3, target, 3, scale, previous, 3);
  }

  /** Whether a share of the step ends further from the measured position than it began. */
  private boolean loads(double scale, double[] measured) {
    double before = 0;
    double after = 0;
    for (int i = 0; i < 3; i++) {
      double start = previous[i] - measured[i];
      double end = start + scale * (target[i] - previous[i]);
      before += start * start;
      after += end * end;
    }
    return !(after <= before);
  }

  private boolean project(double[] pose) {
    boolean changed = false;
    for (int i = 0; i < 3; i++) {
      double clamped = clamp(pose[i], i);
      changed |= clamped != pose[i];
      pose[i] = clamped;
    }
    return changed;
  }

  private double clamp(double value, int axis) {
    return Math.max(limits.workspace().min(axis), Math.min(limits.workspace().max(axis), value));
  }

  private static double share(double allowed, double wanted) {
    return wanted <= allowed ? 1 : allowed / wanted;
  }

  private static void copyPose(double[] from, double[] to) {
    System.arraycopy(from, 0, to, 0, 7);
    double norm = Quaternions.norm(to, 3);
    if (Math.abs(norm - 1) > UNIT_TOLERANCE) {
      for (int i = 3; i < 7; i++) {
        to[i] /= norm;
      }
    }
  }

  private static boolean isPose(double[] pose) {
    if (!isFinite(pose, 7)) {
      return false;
    }
    double norm = Quaternions.norm(pose, 3);
    return norm >= MIN_NORM && norm <= MAX_NORM;
  }

  private static boolean isFinite(double[] values, int length) {
    if (values.length < length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (!Double.isFinite(values[i])) {
        return false;
      }
    }
    return true;
  }

  private static double length(double x, double y, double z) {
    return Math.sqrt(x * x + y * y + z * z);
  }
}
