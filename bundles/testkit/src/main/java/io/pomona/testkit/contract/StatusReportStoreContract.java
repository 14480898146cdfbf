package io.pomona.testkit.contract;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import io.pomona.api.PageRequest;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostFilter;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.enrollment.HostInventory;
import io.pomona.api.enrollment.MacFacts;
import io.pomona.api.enrollment.TeamVersions;
import io.pomona.api.updates.KeptReport;
import io.pomona.api.updates.ReportedUpdate;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.protocol.plist.PlistDict;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.Fixtures.EnrolledMac;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;

/** What every {@code StatusReportStore} and {@code ReportedUpdateStore} must do. */
public class StatusReportStoreContract extends StoreContract {
  private static KeptReport kept(String status, String state) {
    return new KeptReport(
        status.getBytes(StandardCharsets.UTF_8),
        new ReportedUpdate(
            Optional.of(state),
            Optional.of("15.1"),
            Optional.empty(),
            Optional.of("It is broken"),
            Instant.EPOCH));
  }

  private Optional<String> status(ChannelId channel) {
    return stores
        .statusReports()
        .find(channel)
        .map(report -> new String(report.status(), StandardCharsets.UTF_8));
  }

  @Test
  public void aReportIsLaidOverTheFormerOne() {
    EnrolledMac mac = mac(1);
    List<Optional<KeptReport>> before = new ArrayList<>();
    stores
        .statusReports()
        .report(
            mac.channel(),
            former -> {
              before.add(former);
              return kept("1", "downloading");
            },
            T);
    assertEquals(Optional.empty(), before.get(0));
    stores
        .statusReports()
        .report(
            mac.channel(),
            former -> {
              assertArrayEquals(
                  "1".getBytes(StandardCharsets.UTF_8), former.orElseThrow().status());
              return kept("2", "prepared");
            },
            T.plus(MINUTE));
    assertEquals(Optional.of("2"), status(mac.channel()));
    assertEquals(
        Map.of(
            mac.host(),
            new ReportedUpdate(
                Optional.of("prepared"),
                Optional.of("15.1"),
                Optional.empty(),
                Optional.of("It is broken"),
                T.plus(MINUTE))),
        stores.reportedUpdates().of(List.of(mac.host(), mac(2).host())));
  }

  @Test
  public void whoFailedIsFoundAmongThoseOfAVersion() {
    EnrolledMac failed = mac(1);
    EnrolledMac loads = mac(2);
    EnrolledMac unsupervised = mac(3);
    mac(4);
    said(failed, "failed", true);
    said(loads, "downloading", true);
    said(unsupervised, "failed", false);
    assertEquals(List.of(failed.host()), failed("15.5"));
    assertEquals(List.of(), failed("15.6"));
    said(failed, "installing", true);
    assertEquals(List.of(), failed("15.5"));
  }

  private void said(EnrolledMac mac, String state, boolean supervised) {
    stores.statusReports().report(mac.channel(), former -> kept("1", state), T);
    HostInventory inventory =
        new HostInventory(
            Optional.of(PlistDict.of().with("IsSupervised", supervised)), Optional.empty());
    MacFacts facts = new MacFacts("", "Mac", "", "", "15.5", "");
    stores.hosts().report(mac.channel(), Optional.of(facts), inventory, T);
  }

  private List<HostId> failed(String version) {
    TeamVersions wanted = new TeamVersions(Map.of(Optional.empty(), Set.of(version)), true);
    HostFilter filter = HostFilter.all().withVersions(Optional.of(wanted));
    List<HostId> found =
        stores.hosts().list(filter, PageRequest.first(9)).stream().map(Host::id).toList();
    assertEquals(found.size(), stores.hosts().count(filter));
    return found;
  }

  @Test
  public void whatWasToldStays() {
    EnrolledMac mac = mac(1);
    stores.hostDeclarations().tell(Map.of(mac.channel(), "t"), List.of(), List.of(mac.host()), T);
    stores.statusReports().report(mac.channel(), former -> kept("1", "none"), T);
    assertEquals(
        Optional.of("t"),
        stores.hostDeclarations().standings(List.of(mac.host())).get(mac.host()).told());
  }

  @Test
  public void aMacWithoutReportHasNone() {
    EnrolledMac mac = mac(1);
    stores.hostDeclarations().fetched(mac.channel(), "t", T);
    assertEquals(Optional.empty(), status(mac.channel()));
    assertEquals(Map.of(), stores.reportedUpdates().of(List.of(mac.host())));
  }

  @Test
  public void itEndsWithTheEnrollment() {
    EnrolledMac mac = mac(1);
    stores.statusReports().report(mac.channel(), former -> kept("1", "none"), T);
    stores.enrollments().checkOut(mac.channel(), T, Fixtures.activity("mdm_unenrolled"));
    assertEquals(Optional.empty(), status(mac.channel()));
    stores.statusReports().report(mac.channel(), former -> kept("2", "none"), T);
    assertEquals("out of use", Optional.empty(), status(mac.channel()));
    stores.hosts().delete(mac.host(), Fixtures.activity("deleted_host"));
    assertEquals(Map.of(), stores.reportedUpdates().of(List.of(mac.host())));
  }

  @Test
  public void aUserReportsForItself() {
    EnrolledMac mac = mac(1);
    ChannelId user = ChannelId.user(mac.channel().device(), "U1");
    stores.enrollments().token(Fixtures.token(user, T));
    stores.statusReports().report(user, former -> kept("u", "none"), T);
    assertEquals(Optional.of("u"), status(user));
    assertEquals(Map.of(), stores.reportedUpdates().of(List.of(mac.host())));
  }
}
