package org.strop.sim.metrics;

import org.strop.sim.cell.PeelingCell;
import org.strop.sim.cell.ProduceView;
import org.strop.sim.cell.ProduceView.Layer;
import org.strop.sim.task.FixtureConfig;

/** Sums of area (m²) and volume (m³) over the height field of what is left. */
final class SurfaceSum {
  private final ProduceView view;
  private final double fromX;
  private final double toX;
  private final FixtureConfig fixture;
  private double peeled;
  private double gouged;
  private double flesh;
  private double target;
  private double targetPeeled;
  private double thin;
  private double missed;

  private SurfaceSum(PeelingCell cell) {
    view = cell.view();
    fixture = cell.task().fixtureOf(cell.produce().kind());
    fromX = cell.produce().config().strokeStartM();
    toX = cell.produce().config().strokeEndM();
  }

  static SurfaceSum of(PeelingCell cell) {
    SurfaceSum sum = new SurfaceSum(cell);
    double step = sum.view.x(1) - sum.view.x(0);
    for (int i = 0; i < sum.view.sections(); i++) {
      boolean along = sum.view.x(i) >= sum.fromX && sum.view.x(i) <= sum.toX;
      for (int j = 0; j < sum.view.sectors(); j++) {
        sum.add(i, j, step, along && sum.inTarget(j));
      }
    }
    return sum;
  }

  /** Whether a sector lies in the bands that the strokes are to peel; stroke k is up at −k step. */
  private boolean inTarget(int sector) {
    double angle = sector * 2 * Math.PI / view.sectors();
    double past = 0.5 * fixture.stepRad() - angle; // 0 at the near end of the first band
    double around = past - 2 * Math.PI * Math.floor(past / (2 * Math.PI));
    return around <= fixture.targetRad() + 1e-9;
  }

  private void add(int i, int j, double step, boolean inTarget) {
    double removed = view.removed(i, j);
    if (removed == 0 && !inTarget) {
      return;
    }
    double angle = 2 * Math.PI / view.sectors();
    double radius = view.freshRadius(i, j);
    double area = radius * angle * step;
    Layer layer = view.layer(i, j);
    boolean bare = layer == Layer.FLESH || layer == Layer.GOUGE;
    peeled += bare ? area : 0;
    gouged += layer == Layer.GOUGE ? area : 0;
    double below = Math.max(0, removed - view.skinThickness());
    double skinless = radius - view.skinThickness();
    flesh += below * (skinless - 0.5 * below) * angle * step; // ½ (r₁² − r₂²) Δφ Δs
    if (inTarget) {
      target += area;
      targetPeeled += bare ? area : 0;
      thin += layer == Layer.THIN ? area : 0;
      missed += layer == Layer.SKIN ? area : 0;
    }
  }

  double peeled() {
    return peeled;
  }

  double gouged() {
    return gouged;
  }

  double flesh() {
    return flesh;
  }

  double thin() {
    return thin;
  }

  double missed() {
    return missed;
  }

  double coverage() {
    return target > 0 ? targetPeeled / target : 0;
  }
}
