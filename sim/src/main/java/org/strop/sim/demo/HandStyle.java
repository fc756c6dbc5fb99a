package org.strop.sim.demo;

import java.util.SplittableRandom;
import org.strop.sim.task.DemonstratorConfig;
import org.strop.sim.task.StyleConfig;

/** What the hand aims at in one episode: style, its drift, and lapses. */
final class HandStyle {
  private enum Lapse {
    NONE,
    PUSH,
    DIP,
    JERK
  }

  private final DemonstratorConfig config;
  private final double dt;
  private final double force;
  private final double angle;
  private final double feed;
  private final double approach;
  private final OrnsteinUhlenbeck driftForce;
  private final OrnsteinUhlenbeck driftAngle;
  private final OrnsteinUhlenbeck driftFeed;
  private final OrnsteinUhlenbeck tremor;
  private final double saw;
  private final double sawRadPerS;
  private double sawTime;
  private Lapse lapse = Lapse.NONE;
  private double lapseLeft;

  HandStyle(DemonstratorConfig config, double dt, SplittableRandom random) {
    this.config = config;
    this.dt = dt;
    StyleConfig aim = config.chosen();
    force = aim.forceN().draw(random);
    angle = aim.angleRad().draw(random);
    feed = aim.feedMPerS().draw(random);
    approach = config.approachSpeedMPerS().draw(random);
    double tau = config.driftTimeS();
    driftForce = new OrnsteinUhlenbeck(config.driftForceN(), tau, dt, random);
    driftAngle = new OrnsteinUhlenbeck(config.driftAngleRad(), tau, dt, random);
    driftFeed = new OrnsteinUhlenbeck(config.driftFeedMPerS(), tau, dt, random);
    tremor = new OrnsteinUhlenbeck(config.tremorM(), config.tremorTimeS(), dt, random);
    saw = aim.sawM().draw(random);
    sawRadPerS = 2 * Math.PI * aim.sawHz();
  }

  /** Advances one tick; the same number of draws every time. */
  void step(SplittableRandom random) {
    driftForce.step(random);
    driftAngle.step(random);
    driftFeed.step(random);
    tremor.step(random);
    boolean slips = random.nextDouble() < config.lapsesPerS() * dt;
    int which = 1 + random.nextInt(3);
    lapseLeft -= dt;
    if (slips && lapseLeft <= 0) {
      lapse = Lapse.values()[which];
      lapseLeft = config.lapseTimeS();
    } else if (lapseLeft <= 0) {
      lapse = Lapse.NONE;
    }
  }

  double approachSpeed() {
    return approach;
  }

  double force() {
    return Math.max(0.5, force + driftForce.value());
  }

  double angle() {
    return angle + driftAngle.value();
  }

  double feed() {
    return Math.max(0.2 * feed, feed + driftFeed.value());
  }

  /** Displacement of the hand in z, m; a push or dip is one in z, too. */
  double tremor() {
    double slip =
        switch (lapse) {
          case PUSH -> -config.lapsePushM();
          case DIP -> config.lapsePushM();
          case NONE, JERK -> 0;
        };
    return tremor.value() + slip;
  }

  /** Displacement of the hand along the edge a moment later, m; from 0. */
  double saw() {
    sawTime += dt;
    return saw * Math.sin(sawRadPerS * sawTime);
  }

  double jerk() {
    return lapse == Lapse.JERK ? config.lapseJerkM() : 0;
  }
}
