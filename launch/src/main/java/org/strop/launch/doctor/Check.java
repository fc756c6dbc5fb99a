package org.strop.launch.doctor;

/**
 * What a check found.
 *
 * @param name for example {@code memory}
 * @param status how bad it is
 * @param found what is there
 * @param mend what to do, empty where nothing
 */
public record Check(String name, Status status, String found, String mend) {
  /** How bad it is. */
  public enum Status {
    /** As it should be. */
    OK,
    /** Works, with less. */
    NOTE,
    /** Will not work. */
    FAIL
  }

  /** Returns a check that passed. */
  static Check ok(String name, String found) {
    return new Check(name, Status.OK, found, "");
  }
}
