package io.pomona.simulator.mac.setup;

import io.pomona.simulator.apple.DeviceAuthority;
import io.pomona.simulator.crypto.Identity;
import io.pomona.simulator.mac.MacHardware;
import io.pomona.simulator.mac.MessageSignature;
import java.util.List;

/** The identity from the factory with which a Mac signs its {@link MachineInfo}. */
public final class MacIdentity {

  private final DeviceAuthority authority;
  private final MessageSignature manner;
  private final Identity identity;
  private final String udid;

  private MacIdentity(
      DeviceAuthority authority, MessageSignature manner, Identity identity, String udid) {
    this.authority = authority;
    this.udid = udid;
    this.manner = manner;
    this.identity = identity;
  }

  public static MacIdentity issued(
      DeviceAuthority authority, MacHardware mac, MessageSignature manner) {
    boolean sha1 = manner == MessageSignature.SHA1_DIRECT;
    return new MacIdentity(authority, manner, authority.identityOf(mac.udid(), sha1), mac.udid());
  }

  boolean belongsTo(MacHardware mac) {
    return udid.equals(mac.udid());
  }

  /** DER of a CMS with what the Mac is in it. */
  public byte[] signed(MacHardware mac) {
    return manner.attached(MachineInfo.of(mac).xml(), identity, List.of(authority.certificate()));
  }
}
