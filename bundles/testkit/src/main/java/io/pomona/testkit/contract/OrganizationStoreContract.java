package io.pomona.testkit.contract;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.pomona.api.PageRequest;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.OrganizationSettings;
import io.pomona.testkit.Fixtures;
import java.util.List;
import java.util.Optional;
import org.junit.Test;

/** What every {@code OrganizationStore} must do. */
public class OrganizationStoreContract extends StoreContract {
  private static OrganizationSettings named(String name, OrganizationSettings now) {
    return new OrganizationSettings(name, now.serverUrl());
  }

  private static ActivityDraft edited(OrganizationSettings before, OrganizationSettings after) {
    return Fixtures.activity("edited_organization")
        .with("organization", after.name())
        .with("previous_organization", before.name());
  }

  private boolean rename(String name) {
    return stores.organization().change(now -> named(name, now), OrganizationStoreContract::edited);
  }

  @Test
  public void beforeSetUpThereIsNothingToChange() {
    assertEquals(Optional.empty(), stores.organization().settings());
    assertFails("organization.not_set_up", () -> rename("Example"));
    assertEquals(Optional.empty(), stores.organization().settings());
    assertEquals(List.of(), activities());
  }

  @Test
  public void aChangeIsToldWithWhatWasThere() {
    OrganizationSettings acme = Fixtures.setUp(stores.users());
    assertTrue(rename("Example Ltd"));
    assertEquals(Optional.of(named("Example Ltd", acme)), stores.organization().settings());
    assertEquals(
        acme.name(),
        stores
            .activities()
            .newest(PageRequest.first(1))
            .get(0)
            .details()
            .get("previous_organization"));
  }

  @Test
  public void whatIsSoAlreadyIsNotTold() {
    OrganizationSettings acme = Fixtures.setUp(stores.users());
    assertFalse(rename(acme.name()));
    assertEquals(List.of("set_up_organization"), activities());
  }

  /** Each sees what those before have done. */
  @Test
  public void fiftyChangesAtOnceAreAllThere() throws Exception {
    OrganizationSettings acme = Fixtures.setUp(stores.users());
    Race.of(
        50,
        i ->
            () ->
                stores
                    .organization()
                    .change(
                        now -> named(now.name() + "+", now), OrganizationStoreContract::edited));
    assertEquals(
        Optional.of(named(acme.name() + "+".repeat(50), acme)), stores.organization().settings());
  }
}
