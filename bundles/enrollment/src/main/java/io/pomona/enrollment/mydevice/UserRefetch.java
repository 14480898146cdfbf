package io.pomona.enrollment.mydevice;

import io.pomona.api.Throttle;
import io.pomona.api.abm.AbmDevice;
import io.pomona.api.abm.AbmDeviceLookup;
import io.pomona.api.abm.AbmSyncStore;
import io.pomona.api.abm.AbmToken;
import io.pomona.api.abm.AbmTokenId;
import io.pomona.api.abm.AbmTokenStore;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.ActivityStore;
import io.pomona.enrollment.HostActivities;
import io.pomona.enrollment.Refetch;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Asks the Mac for its details or, while its MDM is off, Apple Business Manager for the Mac. */
@Component(service = UserRefetch.class)
public final class UserRefetch {
  public static final Duration PAUSE = Duration.ofMinutes(1);

  private final Throttle<HostId> tries = new Throttle<>(PAUSE);
  private final Refetch refetch;
  private final AbmDeviceLookup devices;
  private final AbmTokenStore tokens;
  private final AbmSyncStore sync;
  private final ActivityStore activities;
  private final Clock clock;

  @Activate
  public UserRefetch(
      @Reference Refetch refetch,
      @Reference AbmDeviceLookup devices,
      @Reference AbmTokenStore tokens,
      @Reference AbmSyncStore sync,
      @Reference ActivityStore activities) {
    this(refetch, devices, tokens, sync, activities, Clock.systemUTC());
  }

  UserRefetch(
      Refetch refetch,
      AbmDeviceLookup devices,
      AbmTokenStore tokens,
      AbmSyncStore sync,
      ActivityStore activities,
      Clock clock) {
    this.refetch = refetch;
    this.devices = devices;
    this.tokens = tokens;
    this.sync = sync;
    this.activities = activities;
    this.clock = clock;
  }

  public Told ask(MyMac mac) {
    Instant now = clock.instant();
    Host host = mac.host();
    if (!tries.allows(host.id(), 1, now)) {
      return Told.WAIT;
    }
    Told told = mac.isOn() ? askMac(mac) : askApple(host, now);
    if (told != Told.NOBODY) {
      ActivityDraft draft = HostActivities.of(mac.user(), "user_refetched_host", host);
      activities.append(draft, now);
    }
    return told;
  }

  private Told askMac(MyMac mac) {
    refetch.host(mac.user(), mac.host());
    return Told.MAC;
  }

  /** Only what has changed since the last time: many may ask. */
  private Told askApple(Host host, Instant now) {
    Optional<AbmDevice> known = devices.assigned(host.facts().serialNumber());
    List<AbmTokenId> asked =
        known
            .map(device -> List.of(device.token()))
            .orElseGet(() -> tokens.list().stream().map(AbmToken::id).toList());
    asked.forEach(token -> sync.wake(token, false, now, List.of()));
    return asked.isEmpty() ? Told.NOBODY : Told.APPLE;
  }
}
