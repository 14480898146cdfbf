package io.pomona.simulator.mac;

import io.pomona.simulator.crypto.Identity;
import io.pomona.simulator.wire.Plist;
import io.pomona.simulator.wire.Reply;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Optional;

/** Takes a Mac from an enrollment profile to an enrollment: SCEP, Authenticate, TokenUpdate. */
final class Enroller {

  private final MacHardware hardware;
  private final MacSetup setup;
  private final CheckIn messages;

  Enroller(MacHardware hardware, MacSetup setup) {
    this.hardware = hardware;
    this.setup = setup;
    this.messages = new CheckIn(hardware);
  }

  /** Waiting in Setup Assistant, or not. */
  Enrollment enroll(EnrollmentProfile profile, boolean awaiting) throws IOException {
    Identity identity =
        setup
            .scep()
            .enroll(profile.scep(), hardware.variables(), setup.wires().trusting(profile.roots()));
    return checkIn(profile, identity, awaiting);
  }

  Enrollment checkIn(EnrollmentProfile profile, Identity identity, boolean awaiting)
      throws IOException {
    MdmLink link = new MdmLink(profile, identity, setup.options(), setup.wires());
    String topic = profile.mdm().topic();
    require(link, "Authenticate", messages.authenticate(topic));
    PushAddress device = address(profile, identity, Channel.DEVICE);
    require(link, "TokenUpdate", messages.tokenUpdate(topic, device, awaiting));
    Optional<PushAddress> user = Optional.empty();
    if (setup.options().userChannel() && profile.mdm().perUserConnections()) {
      PushAddress address = address(profile, identity, Channel.USER);
      require(link, "TokenUpdate of the user", messages.userTokenUpdate(topic, address));
      user = Optional.of(address);
    }
    return new Enrollment(profile, identity, device, user);
  }

  private PushAddress address(EnrollmentProfile profile, Identity identity, Channel channel) {
    BigInteger serial = identity.certificate().getSerialNumber();
    return PushAddress.of(hardware.udid(), profile.mdm().topic(), channel, serial);
  }

  static Reply require(MdmLink link, String name, Plist message) throws IOException {
    Reply reply = link.checkIn(message);
    if (!reply.ok()) {
      throw new EnrollmentRefusedException(name, reply.status(), reply.text());
    }
    return reply;
  }
}
