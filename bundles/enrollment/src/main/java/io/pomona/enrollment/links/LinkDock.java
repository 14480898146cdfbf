package io.pomona.enrollment.links;

import io.pomona.api.Secret;
import io.pomona.api.enrollment.DeviceLink.Origin;
import io.pomona.api.enrollment.DeviceLinkStore;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.enrollment.NewDeviceLink;
import io.pomona.api.organization.OrganizationStore;
import io.pomona.api.profiles.DesiredProfile;
import io.pomona.api.profiles.ProfileContributor;
import io.pomona.protocol.digest.Sha256;
import io.pomona.protocol.plist.PlistDict;
import io.pomona.protocol.plist.PlistWriter;
import io.pomona.protocol.profile.PayloadUuids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Enrolled Macs have their page in the Dock, where the organization wants it. The profile is sent
 * anew each month, and when the links of the Mac were revoked, with another token each time; the
 * one before opens the page until the Mac has the next.
 */
@Component
public final class LinkDock implements ProfileContributor {
  static final String IDENTIFIER = "io.pomona.mydevice";
  static final Duration LIFE = Duration.ofDays(62);

  private static final long PERIOD = Duration.ofDays(30).toSeconds();
  private static final String NAME = "My Mac in the Dock";

  // Of Core Foundation: a string that is a URL.
  private static final int URL_STRING = 15;

  private final DeviceLinkStore links;
  private final OrganizationStore organization;
  private final DeviceDock setting;
  private final Clock clock;

  @Activate
  public LinkDock(
      @Reference DeviceLinkStore links,
      @Reference OrganizationStore organization,
      @Reference DeviceDock setting) {
    this(links, organization, setting, Clock.systemUTC());
  }

  LinkDock(DeviceLinkStore links, OrganizationStore organization, DeviceDock setting, Clock clock) {
    this.links = links;
    this.organization = organization;
    this.setting = setting;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "mydevice";
  }

  @Override
  public List<DesiredProfile> profilesFor(Host host) {
    return profilesFor(List.of(host)).get(host.id());
  }

  /** What was revoked is one statement for all. */
  @Override
  public Map<HostId, List<DesiredProfile>> profilesFor(List<Host> hosts) {
    Map<HostId, List<DesiredProfile>> each = new HashMap<>();
    hosts.forEach(host -> each.put(host.id(), List.of()));
    List<Host> on = hosts.stream().filter(host -> host.mdm().isOn()).toList();
    if (!on.isEmpty() && setting.isWanted()) {
      String address = DeviceLinks.address(organization);
      Map<HostId, Long> revoked = links.revocations(on.stream().map(Host::id).toList());
      on.forEach(
          host ->
              each.put(
                  host.id(), List.of(desired(host, address, revoked.getOrDefault(host.id(), 0L)))));
    }
    return each;
  }

  /** No two Macs have the same: what is the same for many is made once and sent to all of them. */
  private DesiredProfile desired(Host host, String address, long revoked) {
    String edition =
        String.join(
            ":",
            address,
            Long.toString(host.id().value()),
            Long.toString(period(host)),
            Long.toString(revoked));
    return new DesiredProfile(
        IDENTIFIER, NAME, PayloadUuids.of(IDENTIFIER + edition), Sha256.hex(edition));
  }

  /** Not the same day for all, so that not the whole fleet is sent a profile at once. */
  private long period(Host host) {
    long shift = host.id().value() * 7919 % PERIOD;
    return (clock.instant().getEpochSecond() + shift) / PERIOD;
  }

  /** Another token each time: what is kept of one does not bring it back. */
  @Override
  public byte[] content(Host host, DesiredProfile profile) {
    Instant now = clock.instant();
    Secret token = LinkToken.random();
    String url = DeviceLinks.address(organization) + token.revealText();
    links.make(
        List.of(
            new NewDeviceLink(
                LinkToken.sha256(token), host.id(), Origin.PROFILE, "Pomona", now.plus(LIFE))),
        now,
        List.of());
    return PlistWriter.write(profile(url, profile.payloadUuid()));
  }

  private static PlistDict profile(String url, String uuid) {
    PlistDict tile =
        PlistDict.builder()
            .put("tile-type", "url-tile")
            .put(
                "tile-data",
                PlistDict.builder()
                    .put("label", "My Mac")
                    .put(
                        "url",
                        PlistDict.builder()
                            .put("_CFURLString", url)
                            .put("_CFURLStringType", URL_STRING)
                            .build())
                    .build())
            .build();
    PlistDict dock =
        PlistDict.builder()
            .put("PayloadType", "com.apple.dock")
            .put("PayloadVersion", 1)
            .put("PayloadIdentifier", IDENTIFIER + ".dock")
            .put("PayloadUUID", PayloadUuids.of(IDENTIFIER + ".dock"))
            .put("PayloadDisplayName", "Dock")
            .put("static-others", List.of(tile))
            .build();
    return PlistDict.builder()
        .put("PayloadType", "Configuration")
        .put("PayloadVersion", 1)
        .put("PayloadIdentifier", IDENTIFIER)
        .put("PayloadUUID", uuid)
        .put("PayloadDisplayName", NAME)
        .put("PayloadDescription", "Puts the page of this Mac into the Dock.")
        .put("PayloadScope", "System")
        .put("PayloadContent", List.of(dock))
        .build();
  }
}
