package io.pomona.api.organization;

/**
 * An activity in its place in the chain.
 *
 * @param position from 1, without gaps; not in the order of ids, for of two transactions the one
 *     that began later may commit first
 * @param previous the hash of the link before, {@link #BEGINNING} for the first
 * @param hash of everything else here, in lower-case hexadecimal
 */
public record ActivityLink(long position, String previous, String hash, Activity activity) {
  public static final String BEGINNING = "0".repeat(64);

  /** Computes a link's hash. Has no effect but its result. */
  @FunctionalInterface
  public interface Hash {
    String of(long position, String previous, Activity activity);
  }
}
