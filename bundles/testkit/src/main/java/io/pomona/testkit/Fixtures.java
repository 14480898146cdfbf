package io.pomona.testkit;

import io.pomona.api.apns.PushTarget;
import io.pomona.api.commands.CommandOrder;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.commands.NewCommand;
import io.pomona.api.enrollment.EnrollmentStart;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.enrollment.MacFacts;
import io.pomona.api.enrollment.TokenChange;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.ActivityType;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.NewTeam;
import io.pomona.api.organization.NewUser;
import io.pomona.api.organization.OrganizationSettings;
import io.pomona.api.organization.Role;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.UserStore;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.protocol.command.CommandBody;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What nearly every test needs first. */
public final class Fixtures {
  public static final String TOPIC = "com.apple.mgmt.External.2d9a7a9e-4b9f-4a52-9d3c-6c1f8f6f1a01";
  public static final Actor ADMIN =
      new Actor(Optional.empty(), "Ada Admin", "ada@example.com", Set.of(Role.ADMIN));

  private Fixtures() {}

  /** Makes the first admin and the organization's settings. */
  public static OrganizationSettings setUp(UserStore users) {
    OrganizationSettings acme = new OrganizationSettings("Acme", "https://mdm.example.com");
    NewUser root = new NewUser("Root", "root@example.com", "$h", Role.ADMIN);
    users.setUp(root, acme, SettableClock.START, activity("set_up_organization"));
    return acme;
  }

  /** A Mac in a store set. */
  public record EnrolledMac(HostId host, ChannelId channel, String certificateSha256) {}

  /** A Mac that has sent Authenticate and TokenUpdate. Its number makes UDID, serial and name. */
  public static EnrolledMac enrolledMac(StoreSet stores, int number, Instant now) {
    ChannelId channel = ChannelId.device(udid(number));
    String certificate = hash("certificate " + number);
    HostId host = stores.enrollments().start(start(channel, certificate, number, now));
    stores.enrollments().token(token(channel, now));
    return new EnrolledMac(host, channel, certificate);
  }

  /** A team that is new. */
  public static TeamId team(StoreSet stores, String name) {
    return stores
        .teams()
        .create(
            new NewTeam(name, ""),
            SettableClock.START,
            made -> activity("created_team").with("team_name", made.name()))
        .id();
  }

  /** Moves Macs to a team, as the admin does. */
  public static void transfer(StoreSet stores, Optional<TeamId> team, HostId... hosts) {
    stores.hosts().transfer(List.of(hosts), team, SettableClock.START, move -> move.by(ADMIN));
  }

  public static String udid(int number) {
    return String.format("6F1C0000-0000-4000-8000-%012d", number);
  }

  public static String serial(int number) {
    return String.format("C02P%06d", number);
  }

  public static MacFacts facts(int number) {
    return new MacFacts(serial(number), "Mac " + number, "Mac15,6", "MacBook Pro", "15.5", "24F74");
  }

  /** A fresh enrollment, not a renewal. */
  public static EnrollmentStart start(
      ChannelId device, String certificateSha256, int number, Instant now) {
    return new EnrollmentStart(device, certificateSha256, TOPIC, facts(number), false, now);
  }

  public static EnrollmentStart renewal(
      ChannelId device, String certificateSha256, int number, Instant now) {
    return new EnrollmentStart(device, certificateSha256, TOPIC, facts(number), true, now);
  }

  /** A TokenUpdate that orders nothing. */
  public static TokenChange token(ChannelId channel, Instant now) {
    return token(channel, List.of(), now);
  }

  public static TokenChange token(ChannelId channel, List<CommandOrder> onFirst, Instant now) {
    return new TokenChange(
        channel,
        push(channel.value()),
        Optional.empty(),
        channel.isUser() ? Optional.of("jane") : Optional.empty(),
        onFirst,
        activity("mdm_enrolled"),
        now);
  }

  /** A token and magic made from a name. */
  public static PushTarget push(String name) {
    byte[] token = HashTexts.sha256(name.getBytes(StandardCharsets.UTF_8));
    return new PushTarget(TOPIC, token, "magic-" + name);
  }

  /** An activity of Pomona itself; of a host, where the type is about one. */
  public static ActivityDraft activity(String type) {
    ActivityDraft draft = ActivityDraft.of(Actor.system(), type);
    boolean ofHost = ActivityType.find(type).orElseThrow().fields().contains("host_serial");
    return ofHost ? draft.with("host_serial", "C02P000000") : draft;
  }

  /** A routine command without a deadline. */
  public static NewCommand command(String requestType, String owner, Instant now) {
    return command(requestType, owner, NewCommand.ROUTINE, now, Optional.empty());
  }

  public static NewCommand command(
      String requestType, String owner, int priority, Instant now, Optional<Instant> deadline) {
    CommandUuid uuid = CommandUuid.random();
    byte[] body = CommandBody.of(requestType).encode(uuid.value());
    return new NewCommand(uuid, requestType, body, priority, owner, "Pomona", now, deadline);
  }

  /** A routine command to these channels. */
  public static CommandOrder order(
      String requestType, String owner, Instant now, ChannelId... channels) {
    return new CommandOrder(command(requestType, owner, now), List.of(channels));
  }

  /** SHA-256 of a text, in lower-case hexadecimal, for whatever is known by its hash. */
  public static String hash(String text) {
    return HashTexts.hex(text.getBytes(StandardCharsets.UTF_8));
  }
}
