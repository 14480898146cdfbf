package io.pomona.testkit.contract;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException;
import io.pomona.api.PageRequest;
import io.pomona.api.abm.BootstrapPackage;
import io.pomona.api.abm.LargeFileId;
import io.pomona.api.abm.SetupStepStatus;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostFilter;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.enrollment.HostMove;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.TeamId;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.Fixtures.EnrolledMac;
import io.pomona.testkit.SampleSetups;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;

/** What every {@code BootstrapPackageStore} must do. */
public class BootstrapPackageStoreContract extends StoreContract {
  private static final ActivityDraft ADDED = Fixtures.activity("added_bootstrap_package");
  private static final ActivityDraft DELETED = Fixtures.activity("deleted_bootstrap_package");

  private BootstrapPackage sample(Optional<TeamId> team, String token) {
    return SampleSetups.bootstrap(team, new LargeFileId(1), token);
  }

  @Test
  public void eachTeamHasOneAndTheNewestCounts() {
    Optional<TeamId> sales = Optional.of(team("Sales"));
    BootstrapPackage first = sample(sales, "first");
    BootstrapPackage second = sample(sales, "second");
    BootstrapPackage none = sample(Optional.empty(), "none");
    stores.bootstrapPackages().put(first, List.of(ADDED));
    stores.bootstrapPackages().put(none, List.of());
    assertEquals(Optional.of(first), stores.bootstrapPackages().of(sales));
    stores.bootstrapPackages().put(second, List.of(DELETED, ADDED));
    assertEquals(Optional.of(second), stores.bootstrapPackages().of(sales));
    assertEquals(Optional.of(none), stores.bootstrapPackages().of(Optional.empty()));
    assertEquals(Optional.empty(), stores.bootstrapPackages().byToken("first"));
    assertEquals(Optional.of(second), stores.bootstrapPackages().byToken("second"));
    assertEquals(4, activities().size());
  }

  @Test
  public void oneThatIsDeletedIsToldOnce() {
    stores.bootstrapPackages().put(sample(Optional.empty(), "t"), List.of());
    assertTrue(stores.bootstrapPackages().delete(Optional.empty(), List.of(DELETED), T));
    assertFalse(stores.bootstrapPackages().delete(Optional.empty(), List.of(DELETED), T));
    assertEquals(Optional.empty(), stores.bootstrapPackages().byToken("t"));
    assertEquals(List.of(DELETED.type()), activities());
  }

  @Test
  public void itEndsWithTheTeam() {
    Optional<TeamId> sales = Optional.of(team("Sales"));
    stores.bootstrapPackages().put(sample(sales, "t"), List.of());
    stores.bootstrapPackages().rememberLocation(sales, "https://example.com/a.pkg");
    deleteTeam(sales.get());
    assertEquals(Optional.empty(), stores.bootstrapPackages().of(sales));
    assertEquals("", stores.bootstrapPackages().location(sales));
    assertFails(
        MdmException.Kind.NOT_FOUND,
        () -> stores.bootstrapPackages().put(sample(sales, "u"), List.of(ADDED)));
  }

  @Test
  public void itsPlaceIsRememberedBesideTheSettings() {
    stores.bootstrapPackages().rememberLocation(Optional.empty(), "a.pkg");
    assertFalse(stores.setupSettings().of(Optional.empty()).releaseManually());
    stores.bootstrapPackages().rememberLocation(Optional.empty(), "b.pkg");
    assertEquals("b.pkg", stores.bootstrapPackages().location(Optional.empty()));
    assertEquals("", stores.bootstrapPackages().location(Optional.of(team("Sales"))));
  }

  @Test
  public void enrolledMacsAreCounted() {
    EnrolledMac one = mac(1);
    EnrolledMac two = mac(2);
    EnrolledMac three = mac(3);
    stores.macSetups().begin(SampleSetups.of(one, T), List.of(), T);
    stores
        .macSetups()
        .begin(
            SampleSetups.of(two, T).withBootstrap(SampleSetups.step(SetupStepStatus.FAILED)),
            List.of(),
            T);
    stores
        .macSetups()
        .begin(
            SampleSetups.of(three, T).withBootstrap(SampleSetups.step(SetupStepStatus.NONE)),
            List.of(),
            T);
    assertEquals(List.of(one.host()), found(SetupStepStatus.PENDING));
    assertEquals(List.of(two.host()), found(SetupStepStatus.FAILED));
    assertEquals(List.of(), found(SetupStepStatus.DONE));
    assertEquals(
        Map.of(SetupStepStatus.PENDING, 1L, SetupStepStatus.FAILED, 1L),
        stores.bootstrapPackages().summary(Optional.empty()));
    Optional<TeamId> sales = Optional.of(team("Sales"));
    stores.hosts().transfer(List.of(one.host()), sales, T, this::moved);
    stores.enrollments().checkOut(two.channel(), T, Fixtures.activity("mdm_unenrolled"));
    assertEquals(List.of(), found(SetupStepStatus.FAILED));
    assertEquals(Map.of(), stores.bootstrapPackages().summary(Optional.empty()));
    assertEquals(Map.of(SetupStepStatus.PENDING, 1L), stores.bootstrapPackages().summary(sales));
  }

  private List<HostId> found(SetupStepStatus status) {
    HostFilter filter = HostFilter.all().withBootstrap(Optional.of(status));
    return stores.hosts().list(filter, PageRequest.first(10)).stream().map(Host::id).toList();
  }

  private ActivityDraft moved(HostMove move) {
    return move.by(Fixtures.ADMIN);
  }
}
