package io.pomona.simulator.mac;

import io.pomona.simulator.crypto.Identity;
import java.util.Optional;

/** What an enrolled Mac holds; the user's address is there only with a user channel. */
final class Enrollment {

  private final EnrollmentProfile profile;
  private final Identity identity;
  private final PushAddress device;
  private final PushAddress user;

  Enrollment(
      EnrollmentProfile profile,
      Identity identity,
      PushAddress device,
      Optional<PushAddress> user) {
    this.profile = profile;
    this.identity = identity;
    this.device = device;
    this.user = user.orElse(null);
  }

  EnrollmentProfile profile() {
    return profile;
  }

  MdmPayload mdm() {
    return profile.mdm();
  }

  Identity identity() {
    return identity;
  }

  PushAddress device() {
    return device;
  }

  Optional<PushAddress> user() {
    return Optional.ofNullable(user);
  }

  Optional<PushAddress> address(Channel channel) {
    return channel == Channel.DEVICE ? Optional.of(device) : user();
  }

  Enrollment withUser(PushAddress address) {
    return new Enrollment(profile, identity, device, Optional.of(address));
  }

  Enrollment withDevice(PushAddress address) {
    return new Enrollment(profile, identity, address, user());
  }
}
