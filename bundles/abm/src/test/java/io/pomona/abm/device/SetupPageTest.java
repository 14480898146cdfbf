package io.pomona.abm.device;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.abm.admission.Door;
import io.pomona.api.MdmException;
import io.pomona.testkit.SettableClock;
import java.time.Duration;
import java.util.List;
import org.junit.Test;

public class SetupPageTest {
  private static final String HOSTILE = "Acme</h1><script>alert('x')</script>\" onload=\"y & Co";

  @Test
  public void namesAreTextAndNothingIsInline() {
    for (String page :
        List.of(
            SetupPage.html(new NextStep.Agree(HOSTILE)),
            SetupPage.html(new NextStep.LogIn(HOSTILE, HOSTILE)),
            SetupPage.html(MdmException.forbidden("abm.x", HOSTILE)))) {
      assertFalse(page, page.contains("<script"));
      assertFalse(page, page.contains("\" onload"));
      assertFalse(page, page.contains("style="));
      assertTrue(page, page.contains("Acme&lt;/h1&gt;"));
      assertTrue(page, page.contains("&amp; Co"));
    }
  }

  @Test
  public void whoCannotGoOnIsNotSentRound() {
    MdmException used = MdmException.conflict("abm.ticket_used", "Given.");
    assertFalse(SetupPage.html(used).contains("Try again"));
    MdmException denied = MdmException.forbidden("organization.sso_denied", "No.");
    assertTrue(SetupPage.html(denied).contains("Try again"));
  }

  @Test
  public void anAddressThatIsRefusedAllTheTimeWaits() {
    SettableClock clock = new SettableClock();
    Strangers strangers = new Strangers(new Door().arrivals, (remote, forwarded) -> remote, clock);
    for (int i = 0; i < 100; i++) {
      assertRefused("abm.x", () -> refuse(strangers, "192.0.2.1"));
    }
    assertRefused("abm.too_many_refusals", () -> refuse(strangers, "192.0.2.1"));
    assertRefused("abm.x", () -> refuse(strangers, "192.0.2.2"));
    assertEquals("in", strangers.of("192.0.2.2", () -> "in"));
    clock.advance(Duration.ofMinutes(5));
    assertEquals("in", strangers.of("192.0.2.1", () -> "in"));
  }

  private static void refuse(Strangers strangers, String address) {
    strangers.of(
        address,
        () -> {
          throw MdmException.forbidden("abm.x", "No.");
        });
  }

  private static void assertRefused(String code, Runnable step) {
    assertEquals(code, assertThrows(MdmException.class, step::run).code());
  }
}
