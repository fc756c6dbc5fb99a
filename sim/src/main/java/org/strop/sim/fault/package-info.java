/**
 * Faults on demand: what goes wrong between a robot's sensors and a lab's computer, and in its
 * drives, at a planned moment of an episode.
 *
 * <p>Decisions. (1) A fault is a function of its configuration, the episode's seed and simulated
 * time: each random draw is keyed by fault, topic and packet, so neither the order of calls nor
 * wall time changes it. (2) Faults act on what is said and heard (topics), but for the stuck joint,
 * which acts on the mechanics; none changes the produce or the sensor's own noise, so an episode
 * until the fault is that of the same seed without it. (3) In lockstep time stands still until an
 * answer comes, so there a tick that was not delivered is not waited for, delays are whole ticks,
 * and pose and wrench come at ticks only once a fault may lose or delay them. Names of kinds follow
 * what labs call them; the model is ours.
 */
@NullMarked
package org.strop.sim.fault;

import org.jspecify.annotations.NullMarked;
