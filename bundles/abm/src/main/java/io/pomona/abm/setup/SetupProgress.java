package io.pomona.abm.setup;

import io.pomona.abm.AbmConfig;
import io.pomona.api.abm.MacSetup;
import io.pomona.api.abm.MacSetupStore;
import io.pomona.api.abm.SetupSettings;
import io.pomona.api.abm.SetupSettingsStore;
import io.pomona.api.abm.SetupStage;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.enrollment.HostStore;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.TeamId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets Macs go on that wait in Setup Assistant: when all has come, when the time is up, when an
 * admin says so; and tells them again until they have said that they do. Every node may do this at
 * any time: each step counts once.
 */
@Component(service = SetupProgress.class, configurationPid = AbmConfig.PID)
public final class SetupProgress {
  private static final Logger LOG = LoggerFactory.getLogger("io.pomona.abm");
  private static final int PAGE = 500;

  private final MacSetupStore setups;
  private final HostStore hosts;
  private final SetupSettingsStore settings;
  private final PendingProfiles profiles;
  private final SetupRules rules;
  private final Clock clock;
  private final Releases releases;
  private final AtomicBoolean known = new AtomicBoolean(true);

  @Activate
  public SetupProgress(
      @Reference MacSetupStore setups,
      @Reference HostStore hosts,
      @Reference SetupSettingsStore settings,
      @Reference PendingProfiles profiles,
      AbmConfig config) {
    this(setups, hosts, settings, profiles, SetupRules.of(config), Clock.systemUTC());
  }

  SetupProgress(
      MacSetupStore setups,
      HostStore hosts,
      SetupSettingsStore settings,
      PendingProfiles profiles,
      SetupRules rules,
      Clock clock) {
    this.setups = setups;
    this.hosts = hosts;
    this.settings = settings;
    this.profiles = profiles;
    this.rules = rules;
    this.clock = clock;
    this.releases = new Releases(setups, clock);
  }

  /** Looks at every Mac that waits. Called by a route. */
  public void sweep() {
    List<MacSetup> page = setups.open(new HostId(0), PAGE);
    while (!page.isEmpty()) {
      look(page);
      page = page.size() < PAGE ? List.of() : setups.open(page.get(PAGE - 1).host(), PAGE);
    }
  }

  /** Looks at one Mac that waits, because something has come. */
  void look(HostId host) {
    setups
        .find(host)
        .filter(setup -> setup.stage() != SetupStage.ENDED)
        .ifPresent(setup -> look(List.of(setup)));
  }

  private void look(List<MacSetup> page) {
    Map<HostId, Host> known =
        hosts.findAll(page.stream().map(MacSetup::host).toList()).stream()
            .collect(Collectors.toMap(Host::id, Function.identity()));
    List<MacSetup> there = page.stream().filter(setup -> isThere(setup, known)).toList();
    Map<HostId, List<String>> pending = pending(waiting(there, known));
    Map<Optional<TeamId>, SetupSettings> wanted = new HashMap<>();
    for (MacSetup setup : there) {
      Host host = known.get(setup.host());
      boolean manual = wanted.computeIfAbsent(host.team(), settings::of).releaseManually();
      List<String> missing = missing(setup, pending.getOrDefault(host.id(), List.of()));
      tried(setup, () -> look(setup, host, missing, manual));
    }
  }

  /** Whoever cannot say what a Mac should have does not keep it waiting for ever. */
  private Map<HostId, List<String>> pending(List<Host> waiting) {
    try {
      Map<HostId, List<String>> pending = profiles.of(waiting);
      known.set(true);
      return pending;
    } catch (RuntimeException e) {
      // Once, not every two seconds.
      if (known.getAndSet(false)) {
        LOG.warn("What Macs in Setup Assistant should have is not known; they wait until then", e);
      }
      return PendingProfiles.unknown(waiting);
    }
  }

  /** One Mac does not hold up the others. */
  private static void tried(MacSetup setup, Runnable step) {
    try {
      step.run();
    } catch (RuntimeException e) {
      LOG.warn("Host {} is looked at again in Setup Assistant", setup.host().value(), e);
    }
  }

  private static boolean isThere(MacSetup setup, Map<HostId, Host> known) {
    return Optional.ofNullable(known.get(setup.host()))
        .filter(host -> host.mdm().isOn())
        .flatMap(Host::enrolledAt)
        .filter(setup.enrolledAt()::equals)
        .isPresent();
  }

  private static List<Host> waiting(List<MacSetup> page, Map<HostId, Host> known) {
    return page.stream()
        .filter(setup -> setup.stage() == SetupStage.PREPARING)
        .map(setup -> known.get(setup.host()))
        .toList();
  }

  static List<String> missing(MacSetup setup, List<String> profiles) {
    List<String> missing = new ArrayList<>();
    if (setup.account().isPending()) {
      missing.add("the first account");
    }
    if (setup.bootstrap().isPending()) {
      missing.add("the bootstrap package");
    }
    profiles.forEach(name -> missing.add("the profile " + name));
    return missing;
  }

  private void look(MacSetup setup, Host host, List<String> missing, boolean manual) {
    Instant now = clock.instant();
    if (setup.stage() == SetupStage.RELEASING) {
      releases.tellAgain(setup, now);
    } else if (manual) {
      if (rules.isPastHardLimit(setup.enrolledAt(), now)) {
        release(setup, host, Actor.system(), missing);
      }
    } else if (missing.isEmpty()) {
      releases.release(setup, host);
    } else if (!setup.release().deadline().isAfter(now)) {
      release(setup, host, Actor.system(), missing);
    }
  }

  /**
   * @param actor who has not waited for what is missing
   * @return whether the Mac waited still
   */
  boolean release(MacSetup setup, Host host, Actor actor, List<String> missing) {
    return releases.release(setup, host, actor, missing);
  }

  /** What a Mac that waits has not got yet. */
  List<String> missing(MacSetup setup, Host host) {
    return missing(setup, pending(List.of(host)).getOrDefault(host.id(), List.of()));
  }
}
