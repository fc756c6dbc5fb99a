package org.strop.reward.model;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import org.strop.policy.nn.Seeds;

/** The role of every label for every member. */
final class Roles {
  private final Map<Part, Role[][]> roles = new EnumMap<>(Part.class);
  private final int members;

  /** Starts with every label for training. */
  Roles(int members, TrainingSet set) {
    this.members = members;
    for (Part part : Part.values()) {
      Role[][] all = new Role[members][set.count(part)];
      for (Role[] row : all) {
        Arrays.fill(row, Role.TRAIN);
      }
      roles.put(part, all);
    }
  }

  int members() {
    return members;
  }

  Role of(Part part, int member, int label) {
    return rows(part)[member][label];
  }

  private Role[][] rows(Part part) {
    Role[][] rows = roles.get(part);
    if (rows == null) {
      throw new AssertionError(part);
    }
    return rows;
  }

  /** Gives a role to the labels of a part that a condition names. */
  void assign(Part part, int member, Role role, IntPredicate labels) {
    Role[] row = rows(part)[member];
    for (int i = 0; i < row.length; i++) {
      if (labels.test(i)) {
        row[i] = role;
      }
    }
  }

  /**
   * Turns a random share of each member's training labels into validation labels; none where fewer
   * than two labels are there.
   */
  void drawValidation(double fraction, long seed) {
    for (Part part : Part.values()) {
      for (int m = 0; m < members; m++) {
        Role[] row = rows(part)[m];
        int[] train = indices(row, Role.TRAIN);
        int n = train.length < 2 ? 0 : (int) Math.round(fraction * train.length);
        SplittableRandom random = Seeds.stream(seed, "validation." + part.name(), m);
        int[] order = Seeds.permutation(random, train.length);
        for (int i = 0; i < n; i++) {
          row[train[order[i]]] = Role.VALIDATE;
        }
      }
    }
  }

  /** Returns the labels that have a role for at least one member, in order. */
  int[] any(Part part, Role role) {
    Role[][] rows = rows(part);
    int count = members == 0 ? 0 : rows[0].length;
    return java.util.stream.IntStream.range(0, count)
        .filter(i -> Arrays.stream(rows).anyMatch(row -> row[i] == role))
        .toArray();
  }

  private static int[] indices(Role[] row, Role role) {
    return java.util.stream.IntStream.range(0, row.length).filter(i -> row[i] == role).toArray();
  }
}
