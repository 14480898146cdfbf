package io.pomona.protocol.channel;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * The channel of a Mac or of one of its users, as Apple's messages name it.
 *
 * <p>{@link #value()} is the normalised form that everything stored goes by: {@code UDID} for the
 * device, {@code UDID:UserID} for a user. A Mac in User Enrollment sends no UDID, its EnrollmentID
 * stands in. Both parts are 1 to 64 letters, digits and hyphens; anything else is refused at the
 * door with an {@link IllegalArgumentException}.
 *
 * @param device UDID or EnrollmentID
 * @param user UserID or EnrollmentUserID, empty for the device channel
 */
public record ChannelId(String device, Optional<String> user) {
  private static final int MAX_LENGTH = 64;

  public ChannelId {
    require(device, "device");
    Objects.requireNonNull(user, "user").ifPresent(id -> require(id, "user"));
  }

  public static ChannelId device(String udid) {
    return new ChannelId(udid, Optional.empty());
  }

  public static ChannelId user(String udid, String userId) {
    return new ChannelId(udid, Optional.of(userId));
  }

  /** Reads what {@link #value()} wrote. */
  public static ChannelId parse(String value) {
    int colon = value.indexOf(':');
    return colon < 0 ? device(value) : user(value.substring(0, colon), value.substring(colon + 1));
  }

  /**
   * The channel that a message came on.
   *
   * @param message gives the string under a key of the message, for example {@code dict::string}
   * @throws IllegalArgumentException when it names no device
   */
  public static ChannelId of(Function<String, Optional<String>> message) {
    Optional<String> udid = present(message, "UDID");
    String device =
        udid.or(() -> present(message, "EnrollmentID"))
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "The message names no device: it has neither UDID nor EnrollmentID."));
    return new ChannelId(
        device, present(message, udid.isPresent() ? "UserID" : "EnrollmentUserID"));
  }

  public String value() {
    return user.isPresent() ? device + ":" + user.get() : device;
  }

  public boolean isUser() {
    return user.isPresent();
  }

  /** The channel of the Mac itself; for a device channel the same one. */
  public ChannelId deviceChannel() {
    return user.isPresent() ? device(device) : this;
  }

  @Override
  public String toString() {
    return value();
  }

  private static Optional<String> present(Function<String, Optional<String>> message, String key) {
    return message.apply(key).filter(text -> !text.isEmpty());
  }

  private static void require(String id, String what) {
    boolean good = !id.isEmpty() && id.length() <= MAX_LENGTH;
    for (int i = 0; good && i < id.length(); i++) {
      good = isAllowed(id.charAt(i));
    }
    if (!good) {
      throw new IllegalArgumentException(
          "The "
              + what
              + " id is not made of 1 to "
              + MAX_LENGTH
              + " letters, digits and hyphens.");
    }
  }

  private static boolean isAllowed(char c) {
    return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-';
  }
}
