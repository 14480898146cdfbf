package io.pomona.itests.contract;

/**
 * One operation of the admin API.
 *
 * @param method in upper case
 * @param path relative to the base, with {@code {names}}
 */
public record Operation(String method, String path) implements Comparable<Operation> {
  @Override
  public int compareTo(Operation other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return method + " " + path;
  }

  /** From the form of {@link #toString()}. */
  public static Operation parse(String text) {
    String[] parts = text.strip().split(" +", 2);
    return new Operation(parts[0], parts[1]);
  }
}
