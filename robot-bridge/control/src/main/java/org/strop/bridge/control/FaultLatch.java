package org.strop.bridge.control;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Keeps the first fault until a person clears it, and remembers every other one since.
 *
 * <p>Thread-safe and free of locks. {@link #raise} and {@link #isRaised} allocate nothing and may
 * be called in the control loop; the rest is for the thread that talks to people.
 */
@SuppressWarnings("EnumOrdinal") // bits in memory only, never stored
public final class FaultLatch {
  private static final Fault[] FAULTS = Fault.values();
  private static final int NONE = -1;

  private final AtomicInteger first = new AtomicInteger(NONE);
  private final AtomicInteger seen = new AtomicInteger();

  /**
   * Latches a fault.
   *
   * @return whether it is the first since the last {@link #clear}
   */
  public boolean raise(Fault fault) {
    int bit = 1 << fault.ordinal();
    int old = seen.get();
    while (!seen.compareAndSet(old, old | bit)) {
      old = seen.get();
    }
    return first.compareAndSet(NONE, fault.ordinal());
  }

  /** Returns whether a fault is latched. */
  public boolean isRaised() {
    return first.get() != NONE;
  }

  /** Returns the first fault since the last {@link #clear}, if any. */
  public Optional<Fault> first() {
    int ordinal = first.get();
    return ordinal == NONE ? Optional.empty() : Optional.of(FAULTS[ordinal]);
  }

  /** Returns every fault raised since the last {@link #clear}. */
  public Set<Fault> seen() {
    int mask = seen.get();
    Set<Fault> faults = EnumSet.noneOf(Fault.class);
    for (Fault fault : FAULTS) {
      if ((mask & (1 << fault.ordinal())) != 0) {
        faults.add(fault);
      }
    }
    return faults;
  }

  /** Releases the latch. For a person, after the cause is mended; never called by a loop. */
  public void clear() {
    seen.set(0);
    first.set(NONE);
  }
}
