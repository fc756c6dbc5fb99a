package org.strop.sim.ros;

import org.strop.sim.fault.FaultTopic;

/** What lies between the cell's sensors and whoever listens. */
interface Wire {
  /** A wire that does nothing to what it carries. */
  Wire PERFECT =
      new Wire() {
        @Override
        public void alter(FaultTopic topic, double[] values) {}

        @Override
        public void send(FaultTopic topic, Runnable publish) {
          publish.run();
        }
      };

  /** Changes a reading in place. */
  void alter(FaultTopic topic, double[] values);

  /** Publishes now, later, or never. */
  void send(FaultTopic topic, Runnable publish);
}
