package org.strop.bridge.trajectory.dataset;

/**
 * An episode as the manifest lists it.
 *
 * @param id of the episode; its file is {@code episodes/ID.mcap}
 * @param steps number of steps
 * @param source who acted
 * @param bytes size of the file
 * @param sha256 of the file, hex
 */
public record EpisodeEntry(String id, int steps, String source, long bytes, String sha256) {}
