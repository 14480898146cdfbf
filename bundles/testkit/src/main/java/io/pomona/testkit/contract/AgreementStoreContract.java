package io.pomona.testkit.contract;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.pomona.api.abm.Agreement;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.testkit.Fixtures;
import java.util.List;
import java.util.Optional;
import org.junit.Test;

/** What every {@code AgreementStore} must do. */
public class AgreementStoreContract extends StoreContract {
  private static final byte[] PDF = {'%', 'P', 'D', 'F', '-', 0, 1};
  private static final ActivityDraft ADDED = Fixtures.activity("added_eula");
  private static final ActivityDraft DELETED = Fixtures.activity("deleted_eula");

  private static Agreement agreement(String token) {
    return new Agreement("terms.pdf", PDF, token, T);
  }

  @Test
  public void thereIsOneAtMost() {
    assertEquals(Optional.empty(), stores.agreements().find());
    stores.agreements().add(agreement("a"), List.of(ADDED));
    Agreement.Cover found = stores.agreements().find().orElseThrow();
    assertArrayEquals(PDF, stores.agreements().content("a").orElseThrow());
    assertEquals(Optional.empty(), stores.agreements().content("b"));
    assertEquals("terms.pdf", found.name());
    assertEquals("a", found.token());
    assertEquals(T, found.createdAt());
    assertFails(
        "abm.agreement_exists", () -> stores.agreements().add(agreement("b"), List.of(ADDED)));
    assertEquals(List.of(ADDED.type()), activities());
  }

  @Test
  public void itIsDeletedByItsToken() {
    stores.agreements().add(agreement("a"), List.of());
    assertFalse(stores.agreements().delete("b", List.of(DELETED)));
    assertTrue(stores.agreements().delete("a", List.of(DELETED)));
    assertFalse(stores.agreements().delete("a", List.of(DELETED)));
    assertEquals(Optional.empty(), stores.agreements().find());
    assertEquals(List.of(DELETED.type()), activities());
    stores.agreements().add(agreement("b"), List.of());
    assertEquals("b", stores.agreements().find().orElseThrow().token());
  }
}
