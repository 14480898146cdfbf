package io.pomona.apns;

import io.pomona.api.apns.PushCertificateInfo;
import io.pomona.api.apns.PushCertificateStore.StoredPair;
import java.time.Duration;
import java.time.Instant;

/**
 * What is shown of the push certificate, in the reference's names where it has them.
 *
 * @param renewDate when it ends
 * @param appleId with which it is renewed; empty text when nobody noted it
 * @param daysLeft whole days; negative when it has ended
 * @param warning what to do, from 30 days before its end; else empty text
 */
public record PushCertificateView(
    String commonName,
    String serialNumber,
    String issuer,
    Instant renewDate,
    String topic,
    String appleId,
    String renewedBy,
    Instant renewedAt,
    long daysLeft,
    String warning) {
  private static final long SOON = 30;

  static PushCertificateView of(PushCertificateInfo info, StoredPair pair, Instant now) {
    String appleId = pair.note().appleId().orElse("");
    long days = Math.floorDiv(Duration.between(now, info.notAfter()).toSeconds(), 86_400L);
    return new PushCertificateView(
        info.commonName(),
        info.serialNumber(),
        info.issuer(),
        info.notAfter(),
        info.topic(),
        appleId,
        pair.note().savedBy(),
        pair.savedAt(),
        days,
        warning(days, info.serialNumber(), appleId));
  }

  private static String warning(long days, String serial, String appleId) {
    if (days >= SOON) {
      return "";
    }
    String what =
        days < 0
            ? "The push certificate has expired: no Mac is woken, and commands wait."
            : "The push certificate expires in less than 30 days.";
    return what
        + " Press Renew next to serial number "
        + serial
        + " at identity.apple.com/pushcert, with "
        + (appleId.isEmpty() ? "the Apple ID that it was made with" : "the Apple ID " + appleId)
        + ".";
  }
}
