package org.strop.launch.demo;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.strop.configs.Bounds;
import org.strop.configs.SelfChecking;

/**
 * The whole loop: {@code configs/demo.yaml}. Paths are relative to the file.
 *
 * @param seeds one whole run each: its demonstrations, its policy, its labels; the runs are the
 *     sample of the reported differences
 * @param demonstrations recorded over ROS, per seed
 * @param attempts rollouts of the base policy with exploration that the operator judges, per seed;
 *     even: two at each instance
 * @param pairs comparisons asked of the operator, per seed; each attempt is scored, too
 * @param practice attempts that nobody judges: the learned reward does, for the refinement; per
 *     seed, even, at most 5000; none where it is left out
 * @param evalEpisodes rollouts of each arm, per seed, on instances that nothing was trained on
 * @param task what is peeled
 * @param robot its topics and limits
 * @param train base policy
 * @param reward reward model
 * @param residual fine-tuning; the control arm is the same with beta 0
 * @param operator who judges
 */
public record DemoConfig(
    List<Long> seeds,
    @Bounds(min = 2, max = 10000) int demonstrations,
    @Bounds(min = 2, max = 10000) int attempts,
    @Bounds(min = 1, max = 100000) int pairs,
    Optional<Integer> practice,
    @Bounds(min = 2, max = 10000) int evalEpisodes,
    Path task,
    Path robot,
    Path train,
    Path reward,
    Path residual,
    Path operator)
    implements SelfChecking {
  /** Copies the list. */
  public DemoConfig {
    seeds = List.copyOf(seeds);
  }

  @Override
  public void check(Problems problems) {
    if (seeds.isEmpty() || new HashSet<>(seeds).size() != seeds.size()) {
      problems.add("seeds", "is " + seeds + ", but must name each seed once", "list each once");
    }
    if (attempts % 2 != 0) {
      problems.add("attempts", "is " + attempts + ", but must be even", "add one");
    }
    int more = practice.orElse(0);
    if (more < 0 || more > 5000 || more % 2 != 0) {
      problems.add("practice", "is " + more + ", but must be even, 0 to 5000", "choose such a one");
    }
  }
}
