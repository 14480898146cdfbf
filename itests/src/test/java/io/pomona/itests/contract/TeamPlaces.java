package io.pomona.itests.contract;

import io.pomona.api.Secret;
import io.pomona.api.abm.AbmTokenId;
import io.pomona.api.abm.LargeFileId;
import io.pomona.api.abm.SetupAssistant;
import io.pomona.api.commands.CommandOrder;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.commands.NewCommand;
import io.pomona.api.enrollment.DeviceLink;
import io.pomona.api.enrollment.MigrationChange;
import io.pomona.api.enrollment.MigrationEdit;
import io.pomona.api.enrollment.NewDeviceLink;
import io.pomona.api.escrow.EscrowCertificate;
import io.pomona.api.escrow.NewRecoveryKey;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.DeliveryStore.Turn;
import io.pomona.api.organization.DeviceEvent;
import io.pomona.api.organization.DeviceTopic;
import io.pomona.api.organization.NewTeam;
import io.pomona.api.organization.NewWebhook;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.TeamScope;
import io.pomona.api.organization.WebhookId;
import io.pomona.api.pki.EncryptionKey;
import io.pomona.api.profiles.HostProfile;
import io.pomona.api.profiles.HostProfileStore.HostProfileChanges;
import io.pomona.api.profiles.NewProfile;
import io.pomona.api.profiles.Profile;
import io.pomona.api.profiles.ProfileOperation;
import io.pomona.api.profiles.ProfileStatus;
import io.pomona.api.updates.UpdatePolicy;
import io.pomona.escrow.keys.SealPurpose;
import io.pomona.pki.SelfSignedEncryptionKeys;
import io.pomona.testkit.AbmFixtures;
import io.pomona.testkit.FakeSecretVault;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.Fixtures.EnrolledMac;
import io.pomona.testkit.InMemoryStoreSet;
import io.pomona.testkit.SampleDeclarations;
import io.pomona.testkit.SampleKeys;
import io.pomona.testkit.SampleProfiles;
import io.pomona.testkit.SampleSetups;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the scene has in two teams and in no team: each a Mac, a profile, a command and so on. */
final class TeamPlaces {
  private static final ActivityDraft UPLOADED = Fixtures.activity("created_macos_profile");

  /** One for all scenes, of which there are thousands: a key pair takes its time. */
  private static final EncryptionKey ESCROW =
      new SelfSignedEncryptionKeys().create("Escrow", Duration.ofDays(1));

  private final InMemoryStoreSet stores;
  private final FakeSecretVault vault;
  private final Instant now;
  private final AbmTokenId token;
  private final EscrowCertificate escrow;
  final TeamId ownTeam;
  final Place own;
  final Place other;
  final Place none;

  TeamPlaces(InMemoryStoreSet stores, FakeSecretVault vault, Instant now) {
    this.stores = stores;
    this.vault = vault;
    this.now = now;
    token = AbmFixtures.loaded(stores, "CK_1", now);
    escrow = escrowCertificate();
    ownTeam = team("Own");
    own = place(1, Optional.of(ownTeam));
    other = place(2, Optional.of(team("Other")));
    none = place(3, Optional.empty());
    List.of(own, other, none).forEach(each -> requireMacos(each.team()));
  }

  private EscrowCertificate escrowCertificate() {
    byte[] sealed = vault.seal(SealPurpose.CERTIFICATE, ESCROW.key());
    return stores
        .escrowCertificates()
        .add(ESCROW.certificate(), sealed, Optional.empty(), List.of(), now);
  }

  private TeamId team(String name) {
    return stores
        .teams()
        .create(new NewTeam(name, ""), now, made -> Fixtures.activity("created_team"))
        .id();
  }

  private Place place(int number, Optional<TeamId> team) {
    EnrolledMac mac = Fixtures.enrolledMac(stores, number, now);
    stores.hosts().transfer(List.of(mac.host()), team, now, move -> move.by(Fixtures.ADMIN));
    automatic(number, team);
    stores.migrations().put(List.of(mac.host()), onTheBoard());
    String identifier = "org.example." + number;
    Profile profile =
        stores
            .profiles()
            .add(
                new NewProfile(
                    team,
                    identifier,
                    identifier,
                    "U-" + number,
                    SampleProfiles.screenSaver(identifier, identifier, number)),
                now,
                team.map(id -> UPLOADED.with("team_id", id.value())).orElse(UPLOADED));
    stores.hostProfiles().save(installed(mac, profile), now);
    CommandOrder order = Fixtures.order("DeviceLock", NewCommand.ADMIN, now, mac.channel());
    stores.commandQueue().enqueue(List.of(order), List.of(), now);
    stores.macSetups().begin(SampleSetups.of(mac, now), List.of(), now);
    stores
        .bootstrapPackages()
        .put(SampleSetups.bootstrap(team, new LargeFileId(number), "token " + number), List.of());
    CommandUuid command = order.command().uuid();
    stores.recoveryKeys().add(key(mac), List.of(), now);
    stores
        .deviceLinks()
        .make(
            List.of(
                new NewDeviceLink(
                    Fixtures.hash("link " + number),
                    mac.host(),
                    DeviceLink.Origin.ADMIN,
                    "Admin",
                    now.plusSeconds(60))),
            now,
            List.of());
    return new Place(
        team,
        mac.host().value(),
        mac.channel().device(),
        profile.id().value(),
        profile.uuid(),
        command.value(),
        webhook(team, mac),
        declaration(team, identifier));
  }

  /** The Mac is one of ABM, and its team has a profile for that. */
  private void automatic(int number, Optional<TeamId> team) {
    AbmFixtures.assign(stores, token, Fixtures.serial(number), now);
    Map<Optional<TeamId>, String> wanted = new HashMap<>();
    stores.teams().names().keySet().forEach(id -> wanted.put(Optional.of(id), "hash"));
    wanted.put(Optional.empty(), "hash");
    stores.assignments().want(wanted);
    ActivityDraft told = Fixtures.activity("changed_macos_setup_assistant");
    stores.setupAssistants().put(team, new SetupAssistant("setup.json", "{}", now), told);
  }

  private MigrationEdit onTheBoard() {
    return new MigrationEdit(
        MigrationChange.NONE,
        "Ada",
        now,
        TeamScope.everywhere(),
        hosts -> Fixtures.activity("added_to_migration"));
  }

  private HostProfileChanges installed(EnrolledMac mac, Profile profile) {
    HostProfile row =
        new HostProfile(
            mac.host(),
            "custom",
            profile.identifier(),
            profile.name(),
            profile.payloadUuid(),
            profile.contentSha256(),
            ProfileOperation.INSTALL,
            ProfileStatus.VERIFIED,
            Optional.empty(),
            "",
            0,
            now);
    return new HostProfileChanges(List.of(row), List.of(), List.of(), List.of());
  }

  private NewRecoveryKey key(EnrolledMac mac) {
    Secret key = Secret.of("A1B2-C3D4-E5F6-G7H8-J9K1-L2M3");
    byte[] sealed = vault.seal(SealPurpose.recoveryKey(escrow.id()), key);
    return SampleKeys.sealed(stores, mac.host(), escrow.id(), sealed);
  }

  /** At an address that is refused when it is called, with an event that was given up. */
  private long webhook(Optional<TeamId> team, EnrolledMac mac) {
    NewWebhook said =
        new NewWebhook(
            "Chat",
            "https://127.0.0.1:1/",
            team,
            Set.of(),
            false,
            false,
            new FakeSecretVault().seal("organization.webhook", Secret.of("a secret")));
    WebhookId id =
        stores.webhooks().create(said, now, made -> Fixtures.activity("created_webhook")).id();
    stores
        .deviceEvents()
        .tell(
            new DeviceEvent(
                DeviceTopic.CHECK_OUT,
                mac.channel(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                now));
    Turn turn = stores.deliveries().begin(1, now, Duration.ofMinutes(1)).orElseThrow();
    stores.deliveries().refused(turn, turn.parcels().get(0).delivery().id(), "410", now);
    stores.deliveries().end(turn);
    return id.value();
  }

  private long declaration(Optional<TeamId> team, String identifier) {
    return stores
        .declarations()
        .add(
            team,
            SampleDeclarations.configuration(identifier, "x"),
            now,
            Fixtures.activity("created_declaration"))
        .id()
        .value();
  }

  /** Of any version, so that there is something to be told of it. */
  private void requireMacos(Optional<TeamId> team) {
    stores
        .updatePolicies()
        .put(
            team,
            Optional.of(
                new UpdatePolicy(
                    "14.6",
                    LocalDate.of(2099, 1, 1),
                    UpdatePolicy.USUAL_TIME,
                    UpdatePolicy.USUAL_ZONE)),
            Fixtures.activity("edited_macos_min_version"),
            now);
  }
}
