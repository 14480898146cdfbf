package io.pomona.store.enrollment;

import io.pomona.api.MdmException;
import io.pomona.api.apns.PushTarget;
import io.pomona.api.enrollment.Enrollment;
import io.pomona.api.enrollment.EnrollmentStart;
import io.pomona.api.enrollment.EnrollmentStore;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.enrollment.IdentityBinding;
import io.pomona.api.enrollment.TokenChange;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.outbox.OutboxTopic;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.store.Persistence;
import io.pomona.store.commands.Queueing;
import io.pomona.store.organization.Activities;
import io.pomona.store.outbox.Outbox;
import io.pomona.store.sql.Row;
import io.pomona.store.sql.Transactions;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Enrollments. Hosts are entities; what concerns many rows at once is SQL. */
@Component
public final class JpaEnrollmentStore implements EnrollmentStore {
  private final Transactions transactions;
  private final Beginning beginning;
  private final FirstToken firstToken;
  private final Identities identities;
  private final Bindings bindings;
  private final Seen seen;

  @Activate
  public JpaEnrollmentStore(@Reference Persistence persistence) {
    this.transactions = persistence.transactions();
    this.identities = new Identities(persistence.peers());
    this.beginning = new Beginning(identities);
    this.firstToken = new FirstToken(new Queueing(persistence));
    this.bindings = new Bindings(persistence);
    this.seen = persistence.seen();
  }

  @Override
  public HostId start(EnrollmentStart start) {
    return transactions.in(work -> beginning.begin(work, start));
  }

  @Override
  public boolean token(TokenChange change) {
    return transactions.sql(sql -> firstToken.take(sql, change), Queueing::taken);
  }

  @Override
  public void checkOut(ChannelId device, Instant now, ActivityDraft activity) {
    transactions.in(
        work -> {
          Channels.lock(work.sql(), device.value())
              .filter(Channels.State::begun)
              .ifPresent(
                  row -> {
                    Departure.of(work, device.value(), row.host(), now);
                    identities.end(work.sql(), device.value());
                    Activities.write(work.sql(), activity, now);
                    Outbox.write(work.sql(), OutboxTopic.CHECKED_OUT, device, now);
                  });
          return null;
        });
  }

  @Override
  public Optional<IdentityBinding> binding(String certificateSha256) {
    return bindings.find(certificateSha256);
  }

  @Override
  public Optional<Enrollment> find(ChannelId channel) {
    return transactions.read(
        sql ->
            sql.first(
                "SELECT e.*, s.seen_at FROM enrollment_channel e"
                    + " LEFT JOIN enrollment_seen s ON s.channel = e.channel WHERE e.channel = ?",
                row -> enrollment(channel, row),
                channel.value()));
  }

  private Enrollment enrollment(ChannelId channel, Row row) throws SQLException {
    String topic = row.text("topic");
    Optional<byte[]> token = row.optionalBytes("push_token");
    String magic = row.text("push_magic");
    Optional<Instant> stored = row.optionalInstant("seen_at");
    return new Enrollment(
        channel,
        new HostId(row.number("host_id")),
        topic,
        token.map(bytes -> new PushTarget(topic, bytes, magic)),
        row.flag("enabled"),
        row.flag("awaiting_configuration"),
        row.flag("automatic"),
        seen.latest(channel.value()).or(() -> stored));
  }

  @Override
  public void seen(ChannelId channel, Instant now) {
    seen.note(channel, now);
  }

  @Override
  public void settleIdentity(ChannelId device, String certificateSha256) {
    transactions.sql(
        sql -> {
          identities.settle(sql.keepingPlans(), device.value(), certificateSha256);
          return null;
        });
  }

  static MdmException notBegun() {
    return MdmException.notFound(
        "enrollment.not_begun", "This Mac has not begun to enroll; it must authenticate first.");
  }
}
