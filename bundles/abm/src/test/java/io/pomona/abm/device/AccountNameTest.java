package io.pomona.abm.device;

import static org.junit.Assert.assertEquals;

import io.pomona.api.abm.EndUser;
import java.time.Instant;
import org.junit.Test;

public class AccountNameTest {
  private static void assertName(String expected, String email, boolean own) {
    String name = AccountName.of(email);
    assertEquals(expected, name);
    assertEquals(email, own, new EndUser("Full", name, email, Instant.EPOCH).hasOwnName());
  }

  @Test
  public void whatMacosTakesStays() {
    assertName("jane.doe", "jane.doe@example.com", true);
    assertName("jane.doe", "Jane.Doe@example.com", true);
    assertName("j-d_2", "j-d_2@example.com", true);
  }

  @Test
  public void whatItDoesNotTakeIsChangedAndLeftToThePerson() {
    assertName("janemacs", "jane+macs@example.com", false);
    assertName("jurgen", "jürgen@example.com", false);
    assertName("u42", "42@example.com", false);
    assertName("x", "_x@example.com", false);
    assertName("user", "\u65e5\u672c@example.com", false);
    assertName("a".repeat(31), "a".repeat(40) + "@example.com", false);
    assertName("root", "root@example.com", false);
  }
}
