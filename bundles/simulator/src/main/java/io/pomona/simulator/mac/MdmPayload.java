package io.pomona.simulator.mac;

import io.pomona.simulator.wire.Plist;
import java.net.URI;
import java.util.List;

/** The com.apple.mdm payload. */
public record MdmPayload(
    String identityUuid,
    String topic,
    URI serverUrl,
    URI checkInUrl,
    boolean signMessage,
    boolean checkOutWhenRemoved,
    long accessRights,
    List<String> capabilities) {

  static MdmPayload of(Plist payload) throws ProfileRefusedException {
    String server = required(payload, "ServerURL");
    String topic = required(payload, "Topic");
    if (!topic.startsWith("com.apple.mgmt.")) {
      throw ProfileRefusedException.malformed("Topic does not begin with com.apple.mgmt.");
    }
    return new MdmPayload(
        required(payload, "IdentityCertificateUUID"),
        topic,
        url(server),
        url(payload.text("CheckInURL").orElse(server)),
        payload.flag("SignMessage"),
        payload.flag("CheckOutWhenRemoved"),
        payload.number("AccessRights", 0),
        payload.texts("ServerCapabilities"));
  }

  private static URI url(String text) throws ProfileRefusedException {
    try {
      return URI.create(text);
    } catch (IllegalArgumentException e) {
      throw ProfileRefusedException.malformed("'" + text + "' is not a URL");
    }
  }

  private static String required(Plist payload, String key) throws ProfileRefusedException {
    return payload
        .text(key)
        .orElseThrow(() -> ProfileRefusedException.malformed("com.apple.mdm lacks " + key));
  }

  public boolean perUserConnections() {
    return capabilities.contains("com.apple.mdm.per-user-connections");
  }

  public boolean bootstrapToken() {
    return capabilities.contains("com.apple.mdm.bootstraptoken");
  }
}
