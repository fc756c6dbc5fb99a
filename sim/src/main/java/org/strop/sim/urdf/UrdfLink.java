package org.strop.sim.urdf;

import java.util.Optional;

/**
 * A link.
 *
 * @param name unique in the file
 * @param inertia in the link's own frame; empty where the file gives none
 * @param line in the file
 */
public record UrdfLink(String name, Optional<BodyInertia> inertia, int line) {}
