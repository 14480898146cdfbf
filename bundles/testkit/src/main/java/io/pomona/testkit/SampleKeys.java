package io.pomona.testkit;

import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.escrow.EscrowCertificateId;
import io.pomona.api.escrow.NewRecoveryKey;
import io.pomona.api.escrow.RecoveryKey;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.testkit.Fixtures.EnrolledMac;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/** Recovery keys of Macs in a store set. */
public final class SampleKeys {
  /** Why those that are unreadable are so. */
  public static final String WHY = "It was encrypted for a certificate that is not known here.";

  private SampleKeys() {}

  public static byte[] envelope(String text) {
    return ("envelope of " + text).getBytes(StandardCharsets.UTF_8);
  }

  public static byte[] sealed(String text) {
    return ("sealed " + text).getBytes(StandardCharsets.UTF_8);
  }

  /** One that opens, sealed under the first generation. */
  public static NewRecoveryKey opened(StoreSet stores, HostId host, String text) {
    Optional<EscrowCertificateId> first = Optional.of(new EscrowCertificateId(1));
    return key(stores, host, first, text, Optional.of(sealed(text)), Optional.empty());
  }

  /** The same as {@link #opened} in another envelope. */
  public static NewRecoveryKey again(StoreSet stores, HostId host, String text) {
    NewRecoveryKey key = opened(stores, host, text);
    return new NewRecoveryKey(
        key.host(),
        key.serialNumber(),
        key.udid(),
        key.enrolledAt(),
        key.certificate(),
        RecoveryKey.Source.ROTATION,
        envelope(text + " again"),
        key.generation(),
        key.sealed(),
        key.fingerprint(),
        key.unreadable());
  }

  /** One that is sealed like this. */
  public static NewRecoveryKey sealed(
      StoreSet stores, HostId host, EscrowCertificateId generation, byte[] sealed) {
    return key(stores, host, Optional.of(generation), "it", Optional.of(sealed), Optional.empty());
  }

  /** One that does not open. */
  public static NewRecoveryKey unreadable(StoreSet stores, HostId host, String text) {
    return key(stores, host, Optional.empty(), text, Optional.empty(), Optional.of(WHY));
  }

  private static NewRecoveryKey key(
      StoreSet stores,
      HostId id,
      Optional<EscrowCertificateId> certificate,
      String text,
      Optional<byte[]> sealed,
      Optional<String> unreadable) {
    Host host = stores.hosts().find(id).orElseThrow();
    return new NewRecoveryKey(
        id,
        host.facts().serialNumber(),
        host.udid().orElseThrow(),
        host.enrolledAt().orElseThrow(),
        certificate,
        RecoveryKey.Source.SECURITY_INFO,
        envelope(text),
        certificate,
        sealed,
        sealed.map(key -> "fingerprint of " + text),
        unreadable);
  }

  /** The Mac is not enrolled any more. */
  public static void leave(StoreSet stores, EnrolledMac mac, Instant now) {
    stores.enrollments().checkOut(mac.channel(), now, Fixtures.activity("mdm_unenrolled"));
  }

  /** It enrolls again, as whichever host it is then. */
  public static EnrolledMac enrollAgain(StoreSet stores, int number, Instant now) {
    ChannelId channel = ChannelId.device(Fixtures.udid(number));
    String certificate = Fixtures.hash("certificate " + number + " at " + now);
    HostId host = stores.enrollments().start(Fixtures.start(channel, certificate, number, now));
    stores.enrollments().token(Fixtures.token(channel, now));
    return new EnrolledMac(host, channel, certificate);
  }
}
