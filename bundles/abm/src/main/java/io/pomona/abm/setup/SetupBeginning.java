package io.pomona.abm.setup;

import io.pomona.abm.AbmConfig;
import io.pomona.api.abm.BootstrapPackage;
import io.pomona.api.abm.BootstrapPackageStore;
import io.pomona.api.abm.EndUser;
import io.pomona.api.abm.EndUserStore;
import io.pomona.api.abm.FetchedBytes;
import io.pomona.api.abm.MacSetup;
import io.pomona.api.abm.MacSetupStore;
import io.pomona.api.abm.MacSetupStore.Effects;
import io.pomona.api.abm.SetupDownload;
import io.pomona.api.abm.SetupRelease;
import io.pomona.api.abm.SetupSettingsStore;
import io.pomona.api.abm.SetupStage;
import io.pomona.api.abm.SetupStep;
import io.pomona.api.commands.CommandOrder;
import io.pomona.api.enrollment.DeviceListener;
import io.pomona.api.enrollment.Enrollment;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostStore;
import io.pomona.api.enrollment.MdmStatus;
import io.pomona.api.organization.OrganizationSettings;
import io.pomona.api.organization.OrganizationStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Begins the set-up of each Mac that has enrolled automatically, with what it is to do. What is
 * sent and that it was sent is one transaction; told again, this does nothing.
 */
@Component(
    service = {SetupBeginning.class, DeviceListener.class},
    configurationPid = AbmConfig.PID)
public final class SetupBeginning implements DeviceListener {
  // Whoever logged in longer ago has set up something else.
  private static final Duration FRESH = Duration.ofDays(1);

  private final MacSetupStore setups;
  private final HostStore hosts;
  private final BootstrapPackageStore packages;
  private final SetupSettingsStore settings;
  private final OrganizationStore organization;
  private final EndUserStore people;
  private final SetupRules rules;
  private final Clock clock;

  @Activate
  public SetupBeginning(
      @Reference MacSetupStore setups,
      @Reference HostStore hosts,
      @Reference BootstrapPackageStore packages,
      @Reference SetupSettingsStore settings,
      @Reference OrganizationStore organization,
      @Reference EndUserStore people,
      AbmConfig config) {
    this(
        setups,
        hosts,
        packages,
        settings,
        organization,
        people,
        SetupRules.of(config),
        Clock.systemUTC());
  }

  SetupBeginning(
      MacSetupStore setups,
      HostStore hosts,
      BootstrapPackageStore packages,
      SetupSettingsStore settings,
      OrganizationStore organization,
      EndUserStore people,
      SetupRules rules,
      Clock clock) {
    this.setups = setups;
    this.hosts = hosts;
    this.packages = packages;
    this.settings = settings;
    this.organization = organization;
    this.people = people;
    this.rules = rules;
    this.clock = clock;
  }

  @Override
  public void enrolled(Enrollment enrollment) {
    if (!enrollment.channel().isUser() && enrollment.enabled()) {
      hosts
          .find(enrollment.host())
          .filter(host -> isAutomatic(host, enrollment))
          .ifPresent(host -> beginOrResume(host, enrollment));
    }
  }

  private void beginOrResume(Host host, Enrollment enrollment) {
    Optional<MacSetup> ended =
        setups
            .find(host.id())
            .filter(setup -> host.enrolledAt().filter(setup.enrolledAt()::equals).isPresent())
            .filter(MacSetup::endedUnreleased);
    if (ended.isPresent() && enrollment.awaitingConfiguration()) {
      resume(ended.get(), host, enrollment);
    } else {
      begin(host, enrollment);
    }
  }

  /** What it was sent before it said that it waits is waited for as well, from now on. */
  private void resume(MacSetup ended, Host host, Enrollment enrollment) {
    Instant now = clock.instant();
    List<CommandOrder> orders = new ArrayList<>();
    MacSetup setup =
        ended.at(SetupStage.PREPARING).withRelease(SetupRelease.by(now.plus(rules.patience())));
    if (setup.account().command().isEmpty()) {
      setup = withAccount(setup, host, new SetupCommands(enrollment.channel(), now), orders);
    }
    setups.save(setup, Effects.of(orders), now);
  }

  /** A Mac may say only now that it waits, or that it does no longer. */
  @Override
  public void tokenUpdated(Enrollment enrollment) {
    if (enrollment.channel().isUser() || !enrollment.enabled()) {
      return;
    }
    if (enrollment.awaitingConfiguration()) {
      enrolled(enrollment);
    } else {
      setups
          .find(enrollment.host())
          .filter(setup -> setup.stage() != SetupStage.ENDED)
          .filter(setup -> isOfThisEnrollment(setup, enrollment))
          .ifPresent(this::end);
    }
  }

  private boolean isOfThisEnrollment(MacSetup setup, Enrollment enrollment) {
    return hosts
        .find(enrollment.host())
        .flatMap(Host::enrolledAt)
        .filter(setup.enrolledAt()::equals)
        .isPresent();
  }

  private void end(MacSetup setup) {
    setups.save(setup.at(SetupStage.ENDED), Effects.none(), clock.instant());
  }

  private static boolean isAutomatic(Host host, Enrollment enrollment) {
    return host.mdm() == MdmStatus.ON_AUTOMATIC
        || host.mdm().isOn() && enrollment.awaitingConfiguration();
  }

  private void begin(Host host, Enrollment enrollment) {
    Instant now = clock.instant();
    SetupCommands commands = new SetupCommands(enrollment.channel(), now);
    boolean waits = enrollment.awaitingConfiguration();
    List<CommandOrder> orders = new ArrayList<>();
    MacSetup setup = blank(host, enrollment, waits);
    if (waits) {
      setup = withAccount(setup, host, commands, orders);
    }
    Optional<BootstrapPackage> wanted = packages.of(host.team());
    if (wanted.isPresent()) {
      setup = bootstrap(setup, wanted.get(), commands, orders);
    }
    if (waits || wanted.isPresent()) {
      setups.begin(setup, orders, now);
    }
  }

  private MacSetup blank(Host host, Enrollment enrollment, boolean waits) {
    Instant at = host.enrolledAt().orElseGet(clock::instant);
    return new MacSetup(
        host.id(),
        enrollment.channel(),
        at,
        waits ? SetupStage.PREPARING : SetupStage.ENDED,
        SetupStep.none(),
        SetupStep.none(),
        Optional.empty(),
        SetupRelease.by(at.plus(rules.patience())),
        0);
  }

  private MacSetup withAccount(
      MacSetup setup, Host host, SetupCommands commands, List<CommandOrder> orders) {
    return person(host, clock.instant())
        .map(user -> account(user, commands, orders))
        .map(setup::withAccount)
        .orElse(setup);
  }

  private Optional<EndUser> person(Host host, Instant now) {
    return settings.of(host.team()).endUserAuthentication()
        ? people.find(host.id()).filter(user -> user.loggedInAt().isAfter(now.minus(FRESH)))
        : Optional.empty();
  }

  private SetupStep account(EndUser user, SetupCommands commands, List<CommandOrder> orders) {
    CommandOrder order = commands.account(user, rules.lockedAccount());
    orders.add(order);
    return SetupStep.sent(order.command().uuid());
  }

  /** With an address that only this Mac is told. */
  private MacSetup bootstrap(
      MacSetup setup, BootstrapPackage wanted, SetupCommands commands, List<CommandOrder> orders) {
    String token = Tokens.fresh();
    String server = organization.settings().map(OrganizationSettings::serverUrl).orElse("");
    CommandOrder order = commands.bootstrap(wanted, server + DownloadAddress.PATH + token);
    orders.add(order);
    return setup
        .withBootstrap(SetupStep.sent(order.command().uuid()))
        .withDownload(
            new SetupDownload(
                wanted.name(),
                wanted.file(),
                wanted.size(),
                Tokens.digest(token),
                FetchedBytes.none()));
  }
}
