package org.strop.bridge.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LatchAndWatchdogTest {
  @Test
  void latchKeepsTheFirstFaultAndRemembersTheOthers() {
    FaultLatch latch = new FaultLatch();
    assertThat(latch.raise(Fault.STALE_COMMAND)).isTrue();
    assertThat(latch.raise(Fault.FORCE_LIMIT)).isFalse();
    assertThat(latch.first()).contains(Fault.STALE_COMMAND);
    assertThat(latch.seen()).containsExactly(Fault.FORCE_LIMIT, Fault.STALE_COMMAND);
    latch.clear();
    assertThat(latch.isRaised()).isFalse();
    assertThat(latch.seen()).isEmpty();
  }

  @Test
  void watchdogExpiresOnlyWhileArmedAndAfterTheWholeSilence() {
    LinkWatchdog watchdog = new LinkWatchdog(100);
    assertThat(watchdog.expired(1_000_000)).isFalse();
    watchdog.arm(0);
    assertThat(watchdog.expired(100)).isFalse();
    assertThat(watchdog.expired(101)).isTrue();
    watchdog.feed(150);
    assertThat(watchdog.expired(250)).isFalse();
    watchdog.feed(120); // out of order: ignored
    assertThat(watchdog.expired(251)).isTrue();
    watchdog.disarm();
    watchdog.feed(300);
    assertThat(watchdog.expired(10_000)).isFalse();
  }
}
