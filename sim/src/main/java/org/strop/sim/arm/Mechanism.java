package org.strop.sim.arm;

import java.util.Arrays;
import java.util.List;
import org.strop.sim.urdf.BodyInertia;
import org.strop.sim.urdf.RigidTransform;
import org.strop.sim.urdf.UrdfJoint;

/**
 * What moves of a robot: one body for each moving joint, everything that is fixed to it welded in,
 * and a flange. Immutable.
 *
 * @param name of the robot
 * @param bodies in the order of their joints in the file
 * @param flange name of the link that pose and Jacobian are of
 * @param flangeBody index of the body that the flange is fixed to
 * @param bodyFromFlange where the flange is in that body's frame
 */
public record Mechanism(
    String name, List<Body> bodies, String flange, int flangeBody, RigidTransform bodyFromFlange) {
  /** Copies the list. */
  public Mechanism {
    bodies = List.copyOf(bodies);
    if (flangeBody < 0 || flangeBody >= bodies.size()) {
      throw new IllegalArgumentException("flange on body " + flangeBody);
    }
  }

  /**
   * A moving body; its frame is the child link's of its joint.
   *
   * @param joint that moves it
   * @param parent index of the body that the joint hangs on; −1 is the world
   * @param parentFromJoint where the joint is in the parent body's frame, at position zero
   * @param inertia of everything that moves with the body, in its frame
   */
  public record Body(
      UrdfJoint joint, int parent, RigidTransform parentFromJoint, BodyInertia inertia) {
    Body with(BodyInertia other) {
      return new Body(joint, parent, parentFromJoint, other);
    }
  }

  /** Returns the number of joints. */
  public int size() {
    return bodies.size();
  }

  /** Returns the joints' names. */
  public List<String> jointNames() {
    return bodies.stream().map(body -> body.joint().name()).toList();
  }

  /** Returns the same arm with a tool on its flange. */
  public Mechanism withTool(BodyInertia inFlange) {
    Body[] all = bodies.toArray(new Body[0]);
    Body carrier = all[flangeBody];
    all[flangeBody] = carrier.with(carrier.inertia().plus(inFlange.in(bodyFromFlange)));
    return new Mechanism(name, List.of(all), flange, flangeBody, bodyFromFlange);
  }

  /** Returns the same arm whose pose and Jacobian are those of a point fixed to its flange. */
  public Mechanism withFlange(String newName, RigidTransform flangeFromNew) {
    return new Mechanism(name, bodies, newName, flangeBody, bodyFromFlange.times(flangeFromNew));
  }

  /** Returns the same arm mounted elsewhere. */
  public Mechanism mountedAt(RigidTransform worldFromRoot) {
    Body[] all = bodies.toArray(new Body[0]);
    for (int i = 0; i < all.length; i++) {
      Body b = all[i];
      if (b.parent() < 0) {
        all[i] = new Body(b.joint(), -1, worldFromRoot.times(b.parentFromJoint()), b.inertia());
      }
    }
    return new Mechanism(name, List.of(all), flange, flangeBody, bodyFromFlange);
  }

  /** Returns the bodies' indices, each after its parent. */
  int[] order() {
    int n = size();
    int[] order = new int[n];
    boolean[] done = new boolean[n];
    int count = 0;
    while (count < n) {
      for (int i = 0; i < n; i++) {
        int parent = bodies.get(i).parent();
        if (!done[i] && (parent < 0 || done[parent])) {
          done[i] = true;
          order[count++] = i;
        }
      }
    }
    return order;
  }

  /** Returns whether each body carries the flange. */
  boolean[] carriers() {
    boolean[] carries = new boolean[size()];
    for (int i = flangeBody; i >= 0; i = bodies.get(i).parent()) {
      carries[i] = true;
    }
    return carries;
  }

  /** Returns one number of each joint. */
  double[] each(java.util.function.ToDoubleFunction<UrdfJoint> number) {
    double[] out = new double[size()];
    Arrays.setAll(out, i -> number.applyAsDouble(bodies.get(i).joint()));
    return out;
  }
}
