package io.pomona.organization;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Role;
import io.pomona.api.organization.User;
import io.pomona.organization.Setup.AdminPart;
import io.pomona.organization.Setup.OrgInfo;
import io.pomona.organization.Setup.SetupRequest;
import io.pomona.testkit.FakePasswords;
import io.pomona.testkit.InMemoryStoreSet;
import io.pomona.testkit.SettableClock;
import org.junit.Test;

public class AccountsTest {
  private static final String PASSWORD = "correct horse battery";

  private final InMemoryStoreSet stores = new InMemoryStoreSet();
  private final FakePasswords passwords = new FakePasswords();
  private final SettableClock clock = new SettableClock();
  private final Accounts accounts = new Accounts(stores.users(), passwords, clock);
  private final Setup setup =
      new Setup(
          accounts,
          new TokenSessions(
              stores.users(),
              stores.sessions(),
              passwords,
              new FailedLoginActivities(stores.activities(), clock),
              clock));

  @Test
  public void setUpMakesOneAdminAndTheSettings() {
    User admin = setup.run(request("https://mdm.example.com/"), "192.0.2.1").user();
    assertEquals("admin@example.com", admin.email());
    assertEquals(
        "https://mdm.example.com", stores.organization().settings().orElseThrow().serverUrl());
    MdmException again =
        assertThrows(
            MdmException.class, () -> setup.run(request("https://mdm.example.com"), "192.0.2.1"));
    assertEquals(MdmException.Kind.NOT_FOUND, again.kind());
  }

  @Test
  public void whatIsMissingOrWrongIsNamed() {
    assertEquals("admin", field(null));
    assertEquals("admin", field(new SetupRequest(null, new OrgInfo("Acme"), "https://a.b")));
    assertEquals("server_url", field(request("http://mdm.example.com")));
    assertEquals("server_url", field(request("https://mdm.example.com/path")));
    for (String url :
        new String[] {
          "not an address",
          "https:mdm.example.com",
          "mailto:x",
          "https://mdm.example.com#x",
          "https://mdm.example.com?x",
          "https://u:p@mdm.example.com",
          "https://",
          "https:///x",
          ""
        }) {
      assertEquals(url, "server_url", field(request(url)));
    }
    assertEquals(
        "password",
        field(
            new SetupRequest(
                new AdminPart("a@example.com", "A", "short"), new OrgInfo("Acme"), "https://a.b")));
    assertTrue("nothing was stored", stores.users().isEmpty());
  }

  @Test
  public void anAddressIsTakenOnceWhateverItsCase() {
    accounts.create(Actor.system(), draft("Eve@Example.com"));
    MdmException taken =
        assertThrows(
            MdmException.class, () -> accounts.create(Actor.system(), draft("eve@example.com")));
    assertEquals(MdmException.Kind.CONFLICT, taken.kind());
  }

  @Test
  public void onlyWhoLogsInBySsoHasNoPassword() {
    Roles observer = Roles.everywhere(Role.OBSERVER);
    Accounts.Draft without = new Accounts.Draft("Tom", "tom@example.com", "", observer, true);
    User tom = accounts.create(Actor.system(), without);
    assertTrue(tom.ssoEnabled());
    assertEquals("", stores.users().credentials(tom.email()).orElseThrow().passwordHash());
    Accounts.Draft nothing = new Accounts.Draft("Eve", "eve@example.com", "", observer);
    MdmException refused =
        assertThrows(MdmException.class, () -> accounts.create(Actor.system(), nothing));
    assertEquals("organization.bad_password", refused.code());
    Accounts.Draft weak = new Accounts.Draft("Eve", "eve@example.com", "short", observer, true);
    assertThrows(MdmException.class, () -> accounts.create(Actor.system(), weak));
  }

  @Test
  public void nobodyDeletesTheirOwnAccount() {
    User user = accounts.create(Actor.system(), draft("eve@example.com"));
    MdmException own =
        assertThrows(MdmException.class, () -> accounts.delete(Actors.of(user), user.id()));
    assertEquals(MdmException.Kind.CONFLICT, own.kind());
    accounts.delete(Actor.system(), user.id());
    assertTrue(accounts.list().isEmpty());
  }

  private String field(SetupRequest request) {
    MdmException e = assertThrows(MdmException.class, () -> setup.run(request, "192.0.2.1"));
    return e.fields().get(0).name();
  }

  private static SetupRequest request(String serverUrl) {
    return new SetupRequest(
        new AdminPart("admin@example.com", "Admin", PASSWORD), new OrgInfo("Acme"), serverUrl);
  }

  private static Accounts.Draft draft(String email) {
    return new Accounts.Draft("Eve", email, PASSWORD, Roles.everywhere(Role.OBSERVER));
  }
}
