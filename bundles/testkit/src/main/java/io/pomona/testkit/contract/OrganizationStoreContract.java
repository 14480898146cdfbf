package io.pomona.testkit.contract;

import static org.junit.Assert.assertEquals;

import io.pomona.api.organization.OrganizationSettings;
import io.pomona.testkit.Fixtures;
import java.util.List;
import java.util.Optional;
import org.junit.Test;

/** What every {@code OrganizationStore} must do. */
public abstract class OrganizationStoreContract extends StoreContract {
  @Test
  public void emptyBeforeTheFirstSave() {
    assertEquals(Optional.empty(), stores.organization().settings());
  }

  @Test
  public void theLastSaveCounts() {
    save(new OrganizationSettings("Example", "https://mdm.example.com"));
    OrganizationSettings last = new OrganizationSettings("Example Ltd", "https://mdm.example.org");
    save(last);
    assertEquals(Optional.of(last), stores.organization().settings());
    assertEquals(List.of("edited_organization", "edited_organization"), activities());
  }

  private void save(OrganizationSettings settings) {
    stores.organization().save(settings, Fixtures.activity("edited_organization"));
  }
}
