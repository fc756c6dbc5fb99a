package org.strop.sim.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EpisodePoolTest {
  @Test
  void resultsComeInOrderThoughTheFirstIsTheLastToFinish() {
    CountDownLatch others = new CountDownLatch(5);
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    List<Integer> seen = new ArrayList<>();
    try (EpisodePool pool = new EpisodePool(3)) {
      pool.inOrder(
          100,
          k -> {
            threads.add(Thread.currentThread());
            if (k == 0) {
              awaitQuietly(others);
            } else {
              others.countDown();
            }
            return k;
          },
          seen::add);
    }
    assertThat(seen).isEqualTo(IntStream.range(0, 100).boxed().toList());
    assertThat(threads).hasSizeGreaterThan(1).doesNotContain(Thread.currentThread());
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aFailureReachesTheCallerAsItIs() {
    try (EpisodePool pool = new EpisodePool(2)) {
      assertThatThrownBy(
              () ->
                  pool.inOrder(
                      50,
                      k -> {
                        if (k == 7) {
                          throw new UnsupportedOperationException("seven");
                        }
                        return k;
                      },
                      k -> assertThat(k).isLessThan(7)))
          .isInstanceOf(UnsupportedOperationException.class)
          .hasMessage("seven");
    }
  }
}
