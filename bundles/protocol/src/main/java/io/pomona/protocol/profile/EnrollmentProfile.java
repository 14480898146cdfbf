package io.pomona.protocol.profile;

import io.pomona.protocol.plist.PlistDict;
import io.pomona.protocol.plist.PlistWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * The profile that enrolls a Mac: trusted roots if needed, an identity by SCEP, and the MDM
 * payload.
 *
 * <p>The payload UUIDs follow from the identifier. A renewal is the same profile with a fresh
 * challenge; macOS then updates what it has. It has no PayloadScope, because {@code System} would
 * keep users of manually enrolled Macs from checking in.
 *
 * @param identifier base of all payload identifiers, for example {@code org.example.mdm}
 * @param organization shown to the user
 * @param displayName shown to the user
 * @param roots DER certificates to trust before the server is contacted
 */
public record EnrollmentProfile(
    String identifier,
    String organization,
    String displayName,
    ScepIdentity identity,
    MdmConnection connection,
    List<byte[]> roots) {

  public EnrollmentProfile {
    roots = List.copyOf(roots);
  }

  /** The media type under which it is handed out. */
  public static final String MEDIA_TYPE = "application/x-apple-aspen-config";

  public PlistDict toPlist() {
    String scep = identifier + ".scep";
    List<PlistDict> content = new ArrayList<>();
    for (int i = 0; i < roots.size(); i++) {
      content.add(
          head("com.apple.security.root", identifier + ".root." + (i + 1), "Trusted root")
              .with("PayloadContent", roots.get(i)));
    }
    content.add(
        identity.payload(head("com.apple.security.scep", scep, "Device identity"), organization));
    content.add(
        connection.payload(
            head("com.apple.mdm", identifier + ".mdm", "Device management"),
            PayloadUuids.of(scep)));
    return head("Configuration", identifier + ".enroll", displayName)
        .with("PayloadOrganization", organization)
        .with("PayloadContent", content);
  }

  /** As an unsigned XML property list. */
  public byte[] encode() {
    return PlistWriter.write(toPlist());
  }

  private static PlistDict head(String type, String payloadIdentifier, String name) {
    return PlistDict.builder()
        .put("PayloadType", type)
        .put("PayloadVersion", 1)
        .put("PayloadIdentifier", payloadIdentifier)
        .put("PayloadUUID", PayloadUuids.of(payloadIdentifier))
        .put("PayloadDisplayName", name)
        .build();
  }
}
