package io.pomona.protocol.profile.catalogue;

import io.pomona.protocol.command.catalogue.OsVersion;
import java.util.List;
import java.util.Optional;

/**
 * A kind of payload.
 *
 * @param type its PayloadType
 * @param name for people
 * @param since the first macOS that takes it; empty when no Mac does
 * @param elsewhere the systems that take what no Mac takes
 * @param deviceChannel whether it may be sent to the Mac itself
 * @param userChannel whether it may be sent to one of its users
 * @param multiple whether more than one may be installed
 * @param thing whether each is a thing of its own, such as an account: two with the same keys do
 *     not contradict each other
 * @param approved whether the user must have approved of the enrollment
 * @param deprecated the macOS since which Apple advises against it
 * @param removed the macOS since which it does nothing
 * @param required the keys that it must have, besides those of every payload
 */
public record PayloadType(
    String type,
    String name,
    Optional<OsVersion> since,
    List<String> elsewhere,
    boolean deviceChannel,
    boolean userChannel,
    boolean multiple,
    boolean thing,
    boolean approved,
    Optional<OsVersion> deprecated,
    Optional<OsVersion> removed,
    List<String> required) {

  public PayloadType {
    elsewhere = List.copyOf(elsewhere);
    required = List.copyOf(required);
  }

  /** Whether any Mac takes it. */
  public boolean onMacs() {
    return since.isPresent();
  }
}
