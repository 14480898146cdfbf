package io.pomona.enrollment.links;

import io.pomona.api.MdmException;
import io.pomona.api.Secret;
import io.pomona.api.enrollment.DeviceLink;
import io.pomona.api.enrollment.DeviceLink.Origin;
import io.pomona.api.enrollment.DeviceLinkStore;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.enrollment.NewDeviceLink;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.OrganizationSettings;
import io.pomona.api.organization.OrganizationStore;
import io.pomona.enrollment.HostActivities;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes the links that admins give to the users of Macs. A link is shown once, when it is made. */
@Component(service = DeviceLinks.class)
public final class DeviceLinks {
  public static final Duration LIFE = Duration.ofDays(30);

  private final DeviceLinkStore links;
  private final OrganizationStore organization;
  private final Clock clock;

  @Activate
  public DeviceLinks(@Reference DeviceLinkStore links, @Reference OrganizationStore organization) {
    this(links, organization, Clock.systemUTC());
  }

  DeviceLinks(DeviceLinkStore links, OrganizationStore organization, Clock clock) {
    this.links = links;
    this.organization = organization;
    this.clock = clock;
  }

  /**
   * @param url opens the page; a secret
   */
  public record Made(Host host, Secret url, Instant endsAt) {}

  /** A new link for each; the one before of each ends. */
  public List<Made> make(Actor actor, List<Host> hosts) {
    hosts.forEach(DeviceLinks::requireSerial);
    Instant now = clock.instant();
    Instant end = now.plus(LIFE);
    Set<HostId> before = of(hosts).keySet();
    List<Made> made = new ArrayList<>();
    List<NewDeviceLink> kept = new ArrayList<>();
    List<ActivityDraft> told = new ArrayList<>();
    for (Host host : hosts) {
      Secret token = LinkToken.random();
      made.add(new Made(host, url(token), end));
      kept.add(
          new NewDeviceLink(LinkToken.sha256(token), host.id(), Origin.ADMIN, actor.name(), end));
      told.add(told(actor, host, before.contains(host.id()), end));
    }
    links.make(kept, now, told);
    return made;
  }

  private static ActivityDraft told(Actor actor, Host host, boolean again, Instant end) {
    return HostActivities.of(actor, again ? "renewed_device_link" : "created_device_link", host)
        .with("expires_at", end.toString());
  }

  private static void requireSerial(Host host) {
    if (host.facts().serialNumber().isEmpty()) {
      throw MdmException.conflict(
          "enrollment.no_serial", "The serial number of this Mac is not known yet.");
    }
  }

  Secret url(Secret token) {
    return Secret.of(address(organization) + token.revealText());
  }

  static String address(OrganizationStore organization) {
    return organization
            .settings()
            .map(OrganizationSettings::serverUrl)
            .orElseThrow(
                () ->
                    MdmException.conflict(
                        "enrollment.not_set_up", "Set up the organization first."))
        + "/device/";
  }

  /** Ends all links of the Mac. */
  public void revoke(Actor actor, Host host) {
    links.revoke(host.id(), clock.instant(), HostActivities.of(actor, "revoked_device_link", host));
  }

  /** The link that an admin made last, also when it has ended. */
  public Optional<DeviceLink> find(Host host) {
    return Optional.ofNullable(of(List.of(host)).get(host.id()));
  }

  private Map<HostId, DeviceLink> of(List<Host> hosts) {
    return links.of(hosts.stream().map(Host::id).toList());
  }

  public boolean isOver(DeviceLink link) {
    return !link.endsAt().isAfter(clock.instant());
  }
}
