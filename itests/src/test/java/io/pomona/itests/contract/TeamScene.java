package io.pomona.itests.contract;

import io.pomona.abm.AbmConfig;
import io.pomona.abm.admission.Admissions;
import io.pomona.abm.apple.DeviceEnrollments;
import io.pomona.abm.assign.AssignmentDesk;
import io.pomona.abm.assign.ProfileAssignments;
import io.pomona.abm.assistant.SetupAssistants;
import io.pomona.abm.assistant.WantedProfiles;
import io.pomona.abm.rest.AdmissionResource;
import io.pomona.abm.rest.AssignmentResource;
import io.pomona.abm.rest.SetupAssistantResource;
import io.pomona.abm.setup.BootstrapPackages;
import io.pomona.abm.setup.ManualRelease;
import io.pomona.abm.setup.PackageDownloads;
import io.pomona.abm.setup.PendingProfiles;
import io.pomona.abm.setup.SetupOutcomes;
import io.pomona.abm.setup.SetupProgress;
import io.pomona.abm.setup.SetupWishes;
import io.pomona.abm.setup.rest.BootstrapCalls;
import io.pomona.abm.setup.rest.BootstrapResource;
import io.pomona.abm.setup.rest.EarlyBootstrapResource;
import io.pomona.abm.setup.rest.SetupExperienceResource;
import io.pomona.api.abm.Admission;
import io.pomona.api.apns.PushCertificates;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.OrganizationStore;
import io.pomona.api.organization.Role;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.User;
import io.pomona.commands.AdminCommands;
import io.pomona.commands.CheckedCommands;
import io.pomona.commands.CommandConfig;
import io.pomona.commands.rest.CancelResource;
import io.pomona.commands.rest.CommandHistoryResource;
import io.pomona.commands.rest.CommandResource;
import io.pomona.commands.rest.ComposeResource;
import io.pomona.commands.rest.TimelineResource;
import io.pomona.commands.timeline.Timelines;
import io.pomona.enrollment.AutomaticSteps;
import io.pomona.enrollment.EnrollmentConfig;
import io.pomona.enrollment.EnrollmentGate;
import io.pomona.enrollment.HostDirectory;
import io.pomona.enrollment.HostSetups;
import io.pomona.enrollment.HostStandings;
import io.pomona.enrollment.HostTransfer;
import io.pomona.enrollment.Refetch;
import io.pomona.enrollment.SelfServiceTeam;
import io.pomona.enrollment.Unenrollment;
import io.pomona.enrollment.links.DeviceLinks;
import io.pomona.enrollment.links.HostAdditions;
import io.pomona.enrollment.links.LinkSheet;
import io.pomona.enrollment.links.rest.AddedHostResource;
import io.pomona.enrollment.links.rest.DeviceLinkResource;
import io.pomona.enrollment.migration.MigrationBoard;
import io.pomona.enrollment.migration.MigrationImports;
import io.pomona.enrollment.migration.rest.MigrationResource;
import io.pomona.enrollment.rest.HostMdmResource;
import io.pomona.enrollment.rest.HostReportResource;
import io.pomona.enrollment.rest.HostResource;
import io.pomona.enrollment.rest.TransferResource;
import io.pomona.escrow.EscrowConfig;
import io.pomona.escrow.EscrowHosts;
import io.pomona.escrow.activationlock.BypassCodes;
import io.pomona.escrow.filevault.DiskEncryption;
import io.pomona.escrow.filevault.DiskEncryptionSection;
import io.pomona.escrow.keys.KeyDisclosure;
import io.pomona.escrow.keys.KeyHistory;
import io.pomona.escrow.keys.KeyReplacement;
import io.pomona.escrow.lock.HostLocks;
import io.pomona.escrow.lock.LockSettlement;
import io.pomona.escrow.recoverylock.RecoveryLocks;
import io.pomona.escrow.rest.BypassCodeResource;
import io.pomona.escrow.rest.DiskEncryptionResource;
import io.pomona.escrow.rest.EscrowedKeyResource;
import io.pomona.escrow.rest.LockResource;
import io.pomona.escrow.rest.RecoveryKeyResource;
import io.pomona.escrow.rest.RecoveryLockResource;
import io.pomona.organization.AccountChanges;
import io.pomona.organization.Accounts;
import io.pomona.organization.ActivityFeed;
import io.pomona.organization.ActivityVerification;
import io.pomona.organization.RoleAccess;
import io.pomona.organization.Roles;
import io.pomona.organization.Teams;
import io.pomona.organization.apply.SpecApplication;
import io.pomona.organization.apply.SpecExport;
import io.pomona.organization.rest.ActivityResource;
import io.pomona.organization.rest.ApplyResource;
import io.pomona.organization.rest.ConfigResource;
import io.pomona.organization.rest.OwnAccountResource;
import io.pomona.organization.rest.TeamResource;
import io.pomona.organization.rest.TeamSpecResource;
import io.pomona.organization.rest.UserResource;
import io.pomona.organization.rest.UserRolesResource;
import io.pomona.organization.rest.UserViews;
import io.pomona.organization.rest.WebhookResource;
import io.pomona.organization.settings.Settings;
import io.pomona.organization.webhooks.ConfiguredCalls;
import io.pomona.organization.webhooks.WebhookConfig;
import io.pomona.organization.webhooks.Webhooks;
import io.pomona.profiles.CustomProfiles;
import io.pomona.profiles.CustomSettings;
import io.pomona.profiles.ProfileBatch;
import io.pomona.profiles.ProfileConfig;
import io.pomona.profiles.ProfileDetail;
import io.pomona.profiles.ProfileExports;
import io.pomona.profiles.ProfileResend;
import io.pomona.profiles.ProfileScope;
import io.pomona.profiles.ProfileSets;
import io.pomona.profiles.bulk.ProfileImport;
import io.pomona.profiles.lint.ProfileInspection;
import io.pomona.profiles.rest.BatchProfileResource;
import io.pomona.profiles.rest.EarlyProfileResource;
import io.pomona.profiles.rest.HostProfileResource;
import io.pomona.profiles.rest.ImportResource;
import io.pomona.profiles.rest.LintResource;
import io.pomona.profiles.rest.ProfileCatalog;
import io.pomona.profiles.rest.ProfileProgressResource;
import io.pomona.profiles.rest.ProfileResource;
import io.pomona.profiles.rest.ResendResource;
import io.pomona.testkit.FakePasswords;
import io.pomona.testkit.FakeSecretVault;
import io.pomona.testkit.FakeUnitOfWork;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.InMemoryStoreSet;
import io.pomona.updates.declarations.HostDeclarations;
import io.pomona.updates.declarations.TeamDeclarations;
import io.pomona.updates.declarations.WantedDeclarations;
import io.pomona.updates.nudge.NudgeConfiguration;
import io.pomona.updates.nudge.NudgePackages;
import io.pomona.updates.policy.MacosUpdatesSection;
import io.pomona.updates.policy.UpdatePolicies;
import io.pomona.updates.rest.DeclarationResource;
import io.pomona.updates.rest.HostDeclarationResource;
import io.pomona.updates.rest.KnownTeams;
import io.pomona.updates.rest.MacosUpdateResource;
import io.pomona.updates.rest.NudgeResource;
import io.pomona.updates.rest.OsUpdateResource;
import io.pomona.updates.schedule.OsUpdates;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Two teams and no team, each with a Mac, a profile and a command, and the resources over them. */
final class TeamScene {
  final InMemoryStoreSet stores = new InMemoryStoreSet();
  private final FakeSecretVault vault = new FakeSecretVault();
  private final Instant now = Instant.now();
  private final Access access = new RoleAccess();

  private final TeamPlaces places = new TeamPlaces(stores, vault, now);
  final TeamId ownTeam = places.ownTeam;
  final Place own = places.own;
  final Place other = places.other;
  final Place none = places.none;

  private final HostDirectory directory = new HostDirectory(stores.hosts(), access);
  private final ProfileScope scope = new ProfileScope(stores.teams(), access);
  private final ProfileCatalog catalog =
      new ProfileCatalog(
          stores.profiles(),
          stores.hostProfiles(),
          new CustomProfiles(stores.profiles(), scope),
          scope,
          stores.activities());

  private final ProfileSets sets = new ProfileSets(stores.profiles(), stores.hostProfiles(), scope);
  private final Settings settings = settings();
  private final SpecApplication application =
      new SpecApplication(
          new FakeUnitOfWork(),
          settings,
          access,
          stores.teams(),
          new Accounts(stores.users(), new FakePasswords()),
          new AccountChanges(stores.users(), stores.accounts(), new FakePasswords()));

  final TeamResource teams = new TeamResource(new Teams(stores.teams(), access), settings);
  final ApplyResource apply =
      new ApplyResource(application, new SpecExport(settings, stores.teams(), access));
  final ConfigResource config = new ConfigResource(settings, application);
  final TeamSpecResource specs = new TeamSpecResource(application, stores.teams());
  final BatchProfileResource batch =
      new BatchProfileResource(
          new ProfileBatch(
              sets, scope, new FakeUnitOfWork(), Annotations.defaults(ProfileConfig.class)),
          scope);
  final ActivityResource activities =
      new ActivityResource(
          new ActivityFeed(stores.activities(), access),
          new ActivityVerification(stores.activityChain(), new FakeSecretVault()));
  private final FakePasswords passwords = new FakePasswords();
  private final Accounts accounts = new Accounts(stores.users(), passwords);
  private final AccountChanges changes =
      new AccountChanges(stores.users(), stores.accounts(), passwords);
  private final UserViews views = new UserViews(stores.teams());

  final UserRolesResource roles = new UserRolesResource(application);
  final UserResource users = new UserResource(accounts, changes, views);
  final OwnAccountResource account = new OwnAccountResource(stores.users(), changes, views, access);

  /** Somebody with a role in the own team. */
  final User tom =
      person("tom@example.com", new Roles(Optional.empty(), Map.of(ownTeam, Role.OBSERVER)));

  final WebhookResource webhooks =
      new WebhookResource(
          new Webhooks(
              stores.webhooks(),
              stores.deliveries(),
              access,
              new ConfiguredCalls(Annotations.defaults(WebhookConfig.class)),
              new FakeSecretVault()));

  final MigrationResource migration =
      new MigrationResource(
          new MigrationBoard(stores.migrations(), directory, access),
          new MigrationImports(stores.migrations(), stores.hosts(), stores.teams(), access),
          stores.teams());
  final TransferResource transfer =
      new TransferResource(new HostTransfer(stores.hosts(), stores.teams(), access), standings());
  private final ProfileDetail detail = new ProfileDetail(stores.commandHistory());
  private final ProfileInspection inspection =
      new ProfileInspection(
          stores.profiles(), stores.hosts(), Annotations.defaults(ProfileConfig.class));

  final AdmissionResource admissions = admissions();
  private final AutomaticSteps steps =
      new AutomaticSteps(serial -> Optional.empty(), stores.arrivals());

  private HostStandings standings() {
    return new HostStandings(stores.hostEncryptions(), stores.hostLocks(), stores.hostProfiles());
  }

  final AddedHostResource added =
      new AddedHostResource(
          new HostAdditions(
              stores.addedHosts(), stores.teams(), new Teams(stores.teams(), access), access));
  final DeviceLinkResource links =
      new DeviceLinkResource(
          directory,
          new DeviceLinks(stores.deviceLinks(), organized()),
          new LinkSheet(stores.addedHosts()));
  final HostResource hosts =
      new HostResource(
          directory,
          stores.hosts(),
          stores.hostProfiles(),
          stores.profiles(),
          stores.organization(),
          stores.teams(),
          new Refetch(stores.hosts(), Annotations.defaults(EnrollmentConfig.class)),
          steps,
          new HostSetups(stores.macSetups()),
          stores.assignmentBoard(),
          standings());
  final HostReportResource hostReport =
      new HostReportResource(directory, stores.organization(), stores.teams(), standings());
  final HostMdmResource mdm =
      new HostMdmResource(
          directory,
          unenrollment(),
          stores.organization(),
          stores.teams(),
          steps,
          new HostSetups(stores.macSetups()),
          stores.assignmentBoard(),
          new HostStandings(stores.hostEncryptions(), stores.hostLocks(), stores.hostProfiles()));
  private final KnownTeams knownTeams = new KnownTeams(stores.teams(), access);
  final MacosUpdateResource updates =
      new MacosUpdateResource(
          new UpdatePolicies(stores.updatePolicies(), stores.hosts()), knownTeams);
  final NudgeResource nudge =
      new NudgeResource(
          new NudgePackages(stores.nudgePackages(), stores.largeFiles(), access),
          new NudgeConfiguration(stores.updatePolicies()),
          knownTeams);
  final DiskEncryptionResource encryption =
      new DiskEncryptionResource(
          new DiskEncryption(stores.diskEncryptions()),
          stores.hostEncryptions(),
          stores.teams(),
          access);
  private final EscrowHosts escrowHosts = new EscrowHosts(stores.hosts(), access);
  private final BypassCodes bypassCodes =
      new BypassCodes(stores.bypassCodes(), stores.hosts(), vault);
  private final HostLocks hostLocks =
      new HostLocks(
          stores.hostLocks(),
          new LockSettlement(
              stores.hostLocks(),
              stores.hosts(),
              stores.enrollments(),
              Annotations.defaults(EscrowConfig.class)),
          escrowHosts,
          vault);
  private final RecoveryLocks recoveryLocks =
      new RecoveryLocks(
          stores.recoveryLocks(), stores.hosts(), escrowHosts, vault, stores.commandHistory());
  final LockResource locks = new LockResource(escrowHosts, hostLocks, bypassCodes);
  final RecoveryLockResource recovery = new RecoveryLockResource(escrowHosts, recoveryLocks);
  final BypassCodeResource bypass = new BypassCodeResource(escrowHosts, bypassCodes);
  final EscrowScene secrets = new EscrowScene(stores, hostLocks, recoveryLocks, vault);
  private final KeyHistory keyHistory =
      new KeyHistory(stores.recoveryKeys(), stores.keyRotations(), stores.hosts(), access);
  private final KeyDisclosure disclosure =
      new KeyDisclosure(
          stores.recoveryKeys(),
          keyHistory,
          stores.hosts(),
          access,
          vault,
          Annotations.defaults(EscrowConfig.class));
  final RecoveryKeyResource keys =
      new RecoveryKeyResource(
          disclosure,
          keyHistory,
          new KeyReplacement(
              stores.recoveryKeys(),
              stores.keyRotations(),
              stores.escrowCertificates(),
              keyHistory,
              stores.hosts(),
              access,
              vault),
          stores.escrowCertificates());
  final EscrowedKeyResource allKeys =
      new EscrowedKeyResource(disclosure, keyHistory, stores.escrowCertificates());
  private final ProfileAssignments profileAssignments =
      new ProfileAssignments(
          stores.assignments(),
          stores.abmTokens(),
          new WantedProfiles(
              stores.setupAssistants(),
              stores.setupSettings(),
              stores.agreements(),
              stores.organization(),
              stores.teams(),
              List::of),
          Annotations.unused(DeviceEnrollments.class),
          Annotations.defaults(AbmConfig.class));
  final SetupAssistantResource assistants =
      new SetupAssistantResource(
          new SetupAssistants(
              stores.setupAssistants(), stores.teams(), access, profileAssignments));
  final AssignmentResource assignments =
      new AssignmentResource(
          new AssignmentDesk(stores.assignmentBoard(), profileAssignments, access), stores.teams());
  final HostProfileResource hostProfiles =
      new HostProfileResource(
          stores.hosts(), stores.hostProfiles(), stores.profiles(), access, detail);
  private final WantedDeclarations wantedDeclarations =
      new WantedDeclarations(stores.declarations(), stores.updatePolicies(), stores.hosts());
  final OsUpdateResource osUpdates =
      new OsUpdateResource(
          new OsUpdates(
              stores.osUpdates(),
              stores.hosts(),
              stores.commandQueue(),
              hosts -> Map.of(),
              wantedDeclarations,
              stores.bootstrapTokens(),
              access),
          stores.hosts());
  final ResendResource resend =
      new ResendResource(
          stores.hosts(),
          new ProfileResend(stores.hostProfiles(), stores.profiles(), detail, access));
  final ProfileResource profiles = new ProfileResource(catalog, inspection);
  final ProfileProgressResource progress =
      new ProfileProgressResource(catalog, stores.hostProfiles(), stores.hosts(), detail);
  final LintResource lint = new LintResource(catalog, scope, inspection);
  final ImportResource imports =
      new ImportResource(
          new ProfileImport(
              new CustomProfiles(stores.profiles(), scope), stores.profiles(), scope, inspection));
  final EarlyProfileResource early = new EarlyProfileResource(catalog);
  private final AdminCommands queue =
      new AdminCommands(
          stores.hosts(),
          stores.commandQueue(),
          stores.commandHistory(),
          access,
          Annotations.defaults(CommandConfig.class));
  final CommandResource commands = new CommandResource(queue, stores.hosts(), access);
  final ComposeResource compose =
      new ComposeResource(
          new CheckedCommands(queue, stores.hosts(), access), stores.hosts(), access);
  final CommandHistoryResource history =
      new CommandHistoryResource(
          stores.commandHistory(), stores.hosts(), access, stores.activities());

  private final AbmConfig abm = Annotations.defaults(AbmConfig.class);
  private final BootstrapCalls bootstrapCalls =
      new BootstrapCalls(
          new BootstrapPackages(stores.bootstrapPackages(), stores.largeFiles(), access, abm));
  private final SetupProgress setupProgress =
      new SetupProgress(
          stores.macSetups(),
          stores.hosts(),
          stores.setupSettings(),
          new PendingProfiles(stores.hostProfiles()),
          abm);
  private final PackageDownloads downloads =
      new PackageDownloads(
          stores.bootstrapPackages(),
          stores.macSetups(),
          stores.largeFiles(),
          new SetupOutcomes(stores.macSetups(), setupProgress));
  final BootstrapResource bootstrap = new BootstrapResource(bootstrapCalls, downloads);
  final EarlyBootstrapResource earlyBootstrap =
      new EarlyBootstrapResource(bootstrapCalls, downloads);
  final SetupExperienceResource setup =
      new SetupExperienceResource(
          new SetupWishes(stores.setupSettings()),
          new ManualRelease(stores.macSetups(), stores.hosts(), setupProgress, access),
          access);

  final DeclarationResource declarations =
      new DeclarationResource(
          new TeamDeclarations(
              stores.declarations(),
              stores.teams(),
              stores.updatePolicies(),
              stores.activities(),
              access));
  final HostDeclarationResource hostDeclarations =
      new HostDeclarationResource(
          stores.hosts(),
          new HostDeclarations(
              wantedDeclarations, stores.hostDeclarations(), stores.statusReports()),
          access);

  private Settings settings() {
    Settings all = new Settings(access);
    all.bind(new MacosUpdatesSection(new UpdatePolicies(stores.updatePolicies(), stores.hosts())));
    all.bind(
        new DiskEncryptionSection(
            new DiskEncryption(stores.diskEncryptions()), stores.hostProfiles()));
    all.bind(
        new CustomSettings(
            stores.profiles(),
            sets,
            new ProfileExports(stores.profiles(), stores.activities(), scope)));
    return all;
  }

  /** The name of a place's team, empty text for no team. */
  String name(Place place) {
    return place
        .team()
        .map(team -> stores.teams().names().getOrDefault(team, "Nowhere"))
        .orElse("");
  }

  private User person(String email, Roles roles) {
    return accounts.create(
        Fixtures.ADMIN, new Accounts.Draft("Somebody", email, TeamCalls.PASSWORD, roles));
  }

  final CancelResource cancel = new CancelResource(queue, stores.hosts(), access);
  final TimelineResource timelines =
      new TimelineResource(
          new Timelines(stores.commandTimeline(), stores.hosts(), noCertificate()),
          stores.hosts(),
          access);

  private static PushCertificates noCertificate() {
    return (PushCertificates)
        Proxy.newProxyInstance(
            TeamScene.class.getClassLoader(),
            new Class<?>[] {PushCertificates.class},
            (proxy, method, arguments) -> Optional.empty());
  }

  private Unenrollment unenrollment() {
    EnrollmentGate gate =
        new EnrollmentGate(
            stores.enrollments(),
            stores.hosts(),
            stores.certificates(),
            stores.arrivals(),
            stores.addedHosts(),
            Annotations.unused(PushCertificates.class),
            new SelfServiceTeam(stores.teams(), Annotations.defaults(EnrollmentConfig.class)));
    return new Unenrollment(stores.commandQueue(), stores.hosts(), gate);
  }

  private AdmissionResource admissions() {
    Admission granted = Admission.of(Fixtures.serial(1), "Ada", now.plus(Duration.ofDays(1)));
    stores.arrivals().admit(granted, Fixtures.activity("admitted_host"), now);
    return new AdmissionResource(new Admissions(stores.arrivals(), stores.hosts(), access));
  }

  /** Links name the server, which has an address only once it was set up. */
  private static OrganizationStore organized() {
    InMemoryStoreSet others = new InMemoryStoreSet();
    Fixtures.setUp(others.users());
    return others.organization();
  }
}
