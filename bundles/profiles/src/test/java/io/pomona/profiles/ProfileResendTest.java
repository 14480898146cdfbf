package io.pomona.profiles;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException;
import io.pomona.api.enrollment.Host;
import io.pomona.api.profiles.Profile;
import io.pomona.api.profiles.ProfileStatus;
import io.pomona.testkit.FakeAccess;
import io.pomona.testkit.Fixtures;
import java.util.List;
import java.util.Optional;
import org.junit.Test;

public class ProfileResendTest {
  private static final String SAVER = "org.example.saver";

  private final ProfilesWorld world = new ProfilesWorld();
  private final ProfileDetail detail =
      new ProfileDetail(world.stores.commandHistory(), world.clock);
  private final TestMac mac = world.mac(1);
  private final Profile saver = world.add(SAVER, 300);

  private Host host() {
    return world.stores.hosts().find(mac.mac.host()).orElseThrow();
  }

  private void listNow() {
    CommandBatch batch = new CommandBatch(world.clock.instant());
    batch.list(mac.mac.channel());
    world.stores.commandQueue().enqueue(batch.orders(), List.of(), world.clock.instant());
    mac.poll();
    world.deliver();
  }

  private ProfileResend resend() {
    return new ProfileResend(
        world.stores.hostProfiles(),
        world.stores.profiles(),
        detail,
        FakeAccess.allowingAll(),
        world.clock);
  }

  private void assertNotResent(String code, Optional<Host> host, String uuid) {
    MdmException refused =
        assertThrows(MdmException.class, () -> resend().resend(Fixtures.ADMIN, host, uuid));
    assertEquals(code, refused.code());
    assertTrue(refused.getMessage(), refused.getMessage().length() > 15);
  }

  @Test
  public void whatFailedIsSentAgainWhenSomebodyAsks() {
    mac.refuses.add(SAVER);
    world.settle(mac);
    assertEquals(ProfileStatus.FAILED, world.status(mac));
    mac.refuses.clear();
    resend().resend(Fixtures.ADMIN, Optional.of(host()), saver.uuid());
    String words = detail.of(host(), world.row(mac));
    assertTrue(words, words.startsWith(ProfileResend.NOTE + " Waits to be sent"));
    assertNotResent("profiles.pending", Optional.of(host()), saver.uuid());
    world.settle(mac);
    assertEquals(ProfileStatus.VERIFIED, world.status(mac));
  }

  @Test
  public void whatIsThereAlreadyIsSentAgainAndNotTakenForSent() {
    world.settle(mac);
    resend().resend(Fixtures.ADMIN, Optional.of(host()), saver.uuid());
    listNow();
    assertEquals(ProfileStatus.PENDING, world.status(mac));
    world.settle(mac);
    assertEquals(ProfileStatus.VERIFIED, world.status(mac));
    assertEquals(2, mac.changes.stream().filter(("+" + SAVER)::equals).count());
  }

  @Test
  public void onlyWhatTheHostHasIsSentAgain() {
    assertNotResent("enrollment.host_not_found", Optional.empty(), saver.uuid());
    assertNotResent("profiles.not_found", Optional.of(host()), "unknown");
    assertNotResent("profiles.pending", Optional.of(host()), saver.uuid());
    Profile elsewhere = world.add(world.team("Elsewhere"), "org.example.other", 1);
    assertNotResent("profiles.not_found", Optional.of(host()), elsewhere.uuid());
    world
        .stores
        .enrollments()
        .checkOut(mac.mac.channel(), world.clock.instant(), Fixtures.activity("mdm_unenrolled"));
    assertNotResent("profiles.mdm_off", Optional.of(host()), saver.uuid());
  }
}
