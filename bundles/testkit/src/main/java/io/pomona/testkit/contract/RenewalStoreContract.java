package io.pomona.testkit.contract;

import static org.junit.Assert.assertEquals;

import io.pomona.api.commands.CommandOrder;
import io.pomona.api.commands.CommandState;
import io.pomona.api.enrollment.RenewalStore.RenewalDue;
import io.pomona.api.pki.ChallengeBinding;
import io.pomona.api.pki.KeyMaterial;
import io.pomona.api.pki.StoredCertificate;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.Fixtures.EnrolledMac;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.Before;
import org.junit.Test;

/** What every {@code RenewalStore} must do. */
public class RenewalStoreContract extends StoreContract {
  private static final Instant SOON = T.plus(Duration.ofDays(30));
  private static final Instant LATE = T.plus(Duration.ofDays(300));
  private static final Instant HORIZON = T.plus(Duration.ofDays(180));
  private static final String AUTHORITY = Fixtures.hash("authority");

  @Before
  public final void anAuthority() {
    stores.keyMaterial().createFirst(authority(AUTHORITY));
  }

  private static KeyMaterial authority(String id) {
    return authority(id, T.plus(Duration.ofDays(3650)));
  }

  private static KeyMaterial authority(String id, Instant notAfter) {
    return new KeyMaterial(
        id, "device-ca", new byte[] {1}, List.of(new byte[] {2}), T, notAfter, true);
  }

  private ChannelId mac(int number, Instant notAfter) {
    EnrolledMac mac = mac(number);
    certificate(mac.certificateSha256(), notAfter);
    return mac.channel();
  }

  private void certificate(String sha256, Instant notAfter) {
    certificate(sha256, T.minus(Duration.ofDays(365)), notAfter);
  }

  private void certificate(String sha256, Instant notBefore, Instant notAfter) {
    certificate(sha256, AUTHORITY, notBefore, notAfter);
  }

  private void certificate(String sha256, String issuer, Instant notBefore, Instant notAfter) {
    stores
        .certificates()
        .save(
            new StoredCertificate(
                sha256,
                sha256.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                issuer,
                notBefore,
                notAfter,
                ChallengeBinding.anyMac()));
  }

  private List<RenewalDue> due(Instant now) {
    return stores.renewals().due(HORIZON, now, 100);
  }

  private CommandOrder begin(ChannelId mac, Instant now) {
    CommandOrder order = Fixtures.order("InstallProfile", "enrollment", now, mac);
    stores.renewals().begin(mac, order, now, now.plus(Duration.ofDays(14)));
    return order;
  }

  @Test
  public void whatEndsSoonIsDueSoonestFirst() {
    ChannelId second = mac(1, SOON.plus(HOUR));
    ChannelId first = mac(2, SOON);
    mac(3, LATE);
    assertEquals(
        List.of(new RenewalDue(first, SOON, 0), new RenewalDue(second, SOON.plus(HOUR), 0)),
        due(T));
    assertEquals(1, stores.renewals().due(HORIZON, T, 1).size());
    assertEquals(2, stores.renewals().expiringBefore(HORIZON));
  }

  @Test
  public void whatAnOlderAuthorityIssuedIsDue() {
    ChannelId mac = mac(1, LATE);
    assertEquals(List.of(), due(T));
    stores.keyMaterial().roll(authority(Fixtures.hash("next authority")));
    assertEquals(List.of(new RenewalDue(mac, LATE, 0)), due(T));
  }

  @Test
  public void whoHasLeftIsNotDue() {
    ChannelId mac = mac(1, SOON);
    stores.enrollments().checkOut(mac, T, Fixtures.activity("mdm_unenrolled"));
    assertEquals(List.of(), due(T));
    assertEquals(0, stores.renewals().expiringBefore(HORIZON));
  }

  @Test
  public void anAttemptUnderWayIsAwaitedUntilItsDeadline() {
    ChannelId mac = mac(1, SOON);
    CommandOrder order = begin(mac, T);
    assertEquals(1, stores.commandHistory().find(order.command().uuid()).size());
    assertEquals(List.of(), due(T.plus(Duration.ofDays(13))));
    assertEquals(1, stores.renewals().expiringBefore(HORIZON));
    assertEquals(List.of(new RenewalDue(mac, SOON, 1)), due(T.plus(Duration.ofDays(15))));
  }

  @Test
  public void aNewAttemptCancelsTheOneBefore() {
    ChannelId mac = mac(1, SOON);
    CommandOrder first = begin(mac, T);
    CommandOrder second = begin(mac, T.plus(Duration.ofDays(15)));
    assertEquals(CommandState.CANCELLED, state(first));
    assertEquals(CommandState.QUEUED, state(second));
    assertEquals(2, due(T.plus(Duration.ofDays(40))).get(0).attempts());
  }

  private CommandState state(CommandOrder order) {
    return stores.commandHistory().find(order.command().uuid()).get(0).state();
  }

  @Test
  public void aFailedAttemptIsDueAtTheGivenTime() {
    ChannelId mac = mac(1, SOON);
    begin(mac, T);
    stores.renewals().postpone(mac, T.plus(HOUR));
    assertEquals(List.of(), due(T.plus(MINUTE)));
    assertEquals(List.of(new RenewalDue(mac, SOON, 1)), due(T.plus(HOUR).plusSeconds(1)));
  }

  @Test
  public void aNewCertificateEndsTheMatter() {
    ChannelId mac = mac(1, SOON);
    begin(mac, T);
    String renewed = Fixtures.hash("renewed");
    certificate(renewed, LATE);
    stores.enrollments().start(Fixtures.renewal(mac, renewed, 1, T.plus(HOUR)));
    assertEquals(List.of(), due(T.plus(Duration.ofDays(20))));
    assertEquals(0, stores.renewals().expiringBefore(HORIZON));
    assertEquals(
        List.of(new RenewalDue(mac, LATE, 0)),
        stores.renewals().due(LATE.plus(HOUR), T.plus(Duration.ofDays(2)), 10));
  }

  @Test
  public void afterARenewalThereIsADayOfRest() {
    ChannelId mac = mac(1, SOON);
    begin(mac, T);
    String renewed = Fixtures.hash("renewed");
    certificate(renewed, SOON.plus(HOUR));
    stores.enrollments().start(Fixtures.renewal(mac, renewed, 1, T.plus(HOUR)));
    assertEquals(List.of(), due(T.plus(Duration.ofHours(24))));
    assertEquals(
        List.of(new RenewalDue(mac, SOON.plus(HOUR), 0)), due(T.plus(Duration.ofHours(26))));
  }

  @Test
  public void inTheFirstHalfOfItsLifeNoneIsDue() {
    EnrolledMac mac = mac(1);
    certificate(mac.certificateSha256(), T.minus(MINUTE), T.plus(Duration.ofDays(90)));
    assertEquals(List.of(), due(T));
    assertEquals(List.of(), due(T.plus(Duration.ofDays(44))));
    assertEquals(1, due(T.plus(Duration.ofDays(46))).size());
    assertEquals(mac.channel(), due(T.plus(Duration.ofDays(46))).get(0).device());
  }

  @Test
  public void whatTheAuthorityCannotProlongIsNotDue() {
    Instant end = T.plus(Duration.ofDays(100));
    stores.keyMaterial().roll(authority(Fixtures.hash("short"), end));
    String made = mac(1).certificateSha256();
    certificate(made, Fixtures.hash("short"), T.minus(Duration.ofDays(200)), end);
    assertEquals(List.of(), due(T.plus(Duration.ofDays(50))));
    stores.keyMaterial().roll(authority(Fixtures.hash("long")));
    assertEquals(1, due(T).size());
  }

  @Test
  public void whatAnAuthorityElsewhereIssuedIsDueByItsEndOnly() {
    String elsewhere = Fixtures.hash("elsewhere");
    certificate(mac(1).certificateSha256(), elsewhere, T.minus(Duration.ofDays(365)), LATE);
    certificate(mac(2).certificateSha256(), elsewhere, T.minus(Duration.ofDays(365)), SOON);
    assertEquals(List.of(SOON), due(T).stream().map(RenewalDue::notAfter).toList());
  }
}
