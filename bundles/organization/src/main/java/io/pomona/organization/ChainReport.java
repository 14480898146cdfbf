package io.pomona.organization;

import io.pomona.api.MdmException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a look at the chain has found.
 *
 * @param verifiedTo the last position that is as it was written
 * @param head the end of the chain
 * @param fault the first one
 */
public record ChainReport(
    long verifiedFrom,
    long verifiedTo,
    Place head,
    Optional<Instant> oldestUnchained,
    Optional<Fault> fault) {

  /** Whether the look went as far as the end; otherwise one goes on behind {@link #verifiedTo}. */
  public boolean isComplete() {
    return fault.isEmpty() && verifiedTo == head.position();
  }

  /** A position and the hash that stands there, for a person to keep elsewhere. */
  public record Place(long position, String hash) {
    private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,17}):([0-9a-f]{64})");

    /** From {@link #label()}; absent and empty text are no place. */
    public static Optional<Place> parse(String label) {
      if (label == null || label.isEmpty()) {
        return Optional.empty();
      }
      Matcher matcher = FORM.matcher(label);
      if (!matcher.matches()) {
        throw MdmException.invalid(
            "organization.bad_place", "noted", "Give what a verification told: position:hash.");
      }
      return Optional.of(new Place(Long.parseLong(matcher.group(1)), matcher.group(2)));
    }

    /** Position and hash in one word. */
    public String label() {
      return position + ":" + hash;
    }
  }

  /** Why the chain does not hold. */
  public enum Reason {
    ALTERED,
    MISSING,
    REORDERED,
    UNCHAINED,
    NOT_AS_NOTED;

    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * @param message one sentence for an operator
   */
  public record Fault(long position, Reason reason, String message) {}
}
