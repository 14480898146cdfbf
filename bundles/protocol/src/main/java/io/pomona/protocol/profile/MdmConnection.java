package io.pomona.protocol.profile;

import io.pomona.protocol.plist.PlistDict;
import java.util.List;
import java.util.Optional;

/**
 * Where a Mac finds its server and what the server may do.
 *
 * <p>Topic and addresses can never change for an enrolled Mac, and rights and capabilities can
 * hardly: an update of the profile that changes them is refused.
 *
 * @param topic of the push certificate
 * @param serverUrl where commands are fetched
 * @param checkInUrl where check-in messages go; empty: the same address
 * @param accessRights sum of Apple's bits
 * @param capabilities Apple's names
 */
public record MdmConnection(
    String topic,
    String serverUrl,
    Optional<String> checkInUrl,
    int accessRights,
    List<String> capabilities) {
  /** Every right. */
  public static final int ALL_RIGHTS = 8191;

  /** User channels and bootstrap tokens. */
  public static final List<String> DEFAULT_CAPABILITIES =
      List.of("com.apple.mdm.per-user-connections", "com.apple.mdm.bootstraptoken");

  public MdmConnection {
    capabilities = List.copyOf(capabilities);
  }

  /** With all rights and the default capabilities. */
  public static MdmConnection of(String topic, String serverUrl) {
    return new MdmConnection(topic, serverUrl, Optional.empty(), ALL_RIGHTS, DEFAULT_CAPABILITIES);
  }

  /** The same with an address of its own for check-in messages. */
  public MdmConnection withCheckInUrl(String url) {
    return new MdmConnection(topic, serverUrl, Optional.of(url), accessRights, capabilities);
  }

  PlistDict payload(PlistDict head, String identityUuid) {
    PlistDict payload =
        head.with("IdentityCertificateUUID", identityUuid)
            .with("Topic", topic)
            .with("ServerURL", serverUrl)
            .with("SignMessage", true)
            .with("CheckOutWhenRemoved", true)
            .with("AccessRights", accessRights)
            .with("ServerCapabilities", capabilities);
    return checkInUrl.isPresent() ? payload.with("CheckInURL", checkInUrl.get()) : payload;
  }
}
