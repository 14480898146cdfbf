package io.pomona.testkit.contract;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.NewUser;
import io.pomona.api.organization.OrganizationSettings;
import io.pomona.api.organization.Role;
import io.pomona.api.organization.User;
import io.pomona.api.organization.UserId;
import io.pomona.testkit.Fixtures;
import java.util.List;
import java.util.Optional;
import org.junit.Test;

/** What every {@code UserStore} must do. */
public class UserStoreContract extends StoreContract {
  private static final ActivityDraft CREATED = Fixtures.activity("created_user");
  private static final OrganizationSettings SETTINGS =
      new OrganizationSettings("Example", "https://mdm.example.com");

  private static NewUser person(String name, Role role) {
    return new NewUser(name, name.toLowerCase(java.util.Locale.ROOT) + "@example.com", "$h", role);
  }

  private User create(String name, Role role) {
    return stores.users().create(person(name, role), T, CREATED);
  }

  @Test
  public void anAccountIsStoredWhole() {
    assertTrue(stores.users().isEmpty());
    User user = create("Ada", Role.MAINTAINER);
    assertFalse(stores.users().isEmpty());
    assertEquals("Ada", user.name());
    assertEquals("ada@example.com", user.email());
    assertEquals(Optional.of(Role.MAINTAINER), user.globalRole());
    assertEquals(T, user.createdAt());
    assertEquals(Optional.of(user), stores.users().find(user.id()));
    assertEquals(user, stores.users().credentials("ada@example.com").orElseThrow().user());
    assertEquals("$h", stores.users().credentials("ada@example.com").orElseThrow().passwordHash());
    assertEquals(List.of("created_user"), activities());
  }

  @Test
  public void unknownOnesAreEmpty() {
    assertEquals(Optional.empty(), stores.users().find(new UserId(987654)));
    assertEquals(Optional.empty(), stores.users().credentials("nobody@example.com"));
    assertEquals(Optional.empty(), stores.users().credentials("no\0body@example.com"));
  }

  @Test
  public void anAddressIsUsedOnce() {
    create("Ada", Role.ADMIN);
    assertFails("organization.email_taken", () -> create("Ada", Role.OBSERVER));
    assertEquals(1, stores.users().list().size());
    assertEquals(List.of("created_user"), activities());
  }

  @Test
  public void listedInTheOrderOfTheirIds() {
    User first = create("Zoe", Role.ADMIN);
    User second = create("Ada", Role.GITOPS);
    assertEquals(List.of(first, second), stores.users().list());
  }

  @Test
  public void deletingEndsTheSessions() {
    User user = create("Ada", Role.MAINTAINER);
    String token = Fixtures.hash("token");
    stores
        .sessions()
        .create(
            stores.users().credentials(user.email()).orElseThrow(),
            token,
            T,
            T.plus(HOUR),
            Fixtures.activity("user_logged_in"));
    stores.users().delete(user.id(), was -> List.of(Fixtures.activity("deleted_user")));
    assertEquals(Optional.empty(), stores.users().find(user.id()));
    assertEquals(Optional.empty(), stores.sessions().find(token, T));
    assertContains(activities(), "deleted_user");
    assertFails(
        MdmException.Kind.NOT_FOUND,
        () -> stores.users().delete(user.id(), was -> List.of(Fixtures.activity("deleted_user"))));
  }

  @Test
  public void whatPeopleDidOutlivesTheirAccount() {
    User user = create("Ada", Role.OBSERVER);
    stores
        .activities()
        .append(
            ActivityDraft.of(
                new io.pomona.api.organization.Actor(
                    Optional.of(user.id()), "Ada", "ada@example.com", java.util.Set.of(Role.ADMIN)),
                "edited_organization"),
            T);
    stores.users().delete(user.id(), was -> List.of(Fixtures.activity("deleted_user")));
    assertContains(activities(), "edited_organization");
  }

  @Test
  public void setUpHappensOnce() {
    User admin =
        stores
            .users()
            .setUp(
                person("Ada", Role.ADMIN), SETTINGS, T, Fixtures.activity("set_up_organization"));
    assertEquals(Optional.of(SETTINGS), stores.organization().settings());
    assertEquals(List.of(admin), stores.users().list());
    assertFails(
        "organization.already_set_up",
        () ->
            stores
                .users()
                .setUp(
                    person("Eve", Role.ADMIN),
                    new OrganizationSettings("Other", "https://evil.example.com"),
                    T,
                    Fixtures.activity("set_up_organization")));
    assertEquals(Optional.of(SETTINGS), stores.organization().settings());
    assertEquals(1, stores.users().list().size());
  }

  @Test
  public void ofFiftySetUpsOneSucceeds() throws Exception {
    List<Boolean> succeeded =
        Race.of(
            50,
            i ->
                () -> {
                  try {
                    stores
                        .users()
                        .setUp(
                            person("Admin" + i, Role.ADMIN),
                            SETTINGS,
                            T,
                            Fixtures.activity("set_up_organization"));
                    return true;
                  } catch (MdmException e) {
                    assertEquals("organization.already_set_up", e.code());
                    return false;
                  }
                });
    assertEquals(1, succeeded.stream().filter(Boolean::booleanValue).count());
    assertEquals(1, stores.users().list().size());
  }
}
