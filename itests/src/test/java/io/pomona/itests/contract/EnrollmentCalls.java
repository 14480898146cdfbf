package io.pomona.itests.contract;

import io.pomona.api.rest.MultipartForm;
import io.pomona.api.rest.UploadedFile;
import io.pomona.enrollment.links.rest.AddedHostResource.NewHostRequest;
import io.pomona.enrollment.links.rest.DeviceLinkResource.LinksRequest;
import io.pomona.enrollment.migration.rest.MarksRequest;
import io.pomona.enrollment.migration.rest.MigrationResource.ManyRequest;
import io.pomona.enrollment.rest.TransferResource.FilteredTransferRequest;
import io.pomona.enrollment.rest.TransferResource.Filters;
import io.pomona.enrollment.rest.TransferResource.TransferRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Calls of hosts: the list, a host, its links, its way from another MDM, transfers. */
final class EnrollmentCalls {
  private EnrollmentCalls() {}

  static void rows(CallTable all) {
    all.add("GET /hosts/{id}", (s, a, p) -> s.hosts.get(a, p.host()));
    all.add("GET /hosts/identifier/{identifier}", (s, a, p) -> s.hosts.find(a, p.udid()));
    all.add("DELETE /hosts/{id}", (s, a, p) -> s.hosts.delete(a, p.host()));
    all.add(
        "POST /hosts/device_links",
        (s, a, p) ->
            Answers.answered(() -> s.links.makeAll(a, new LinksRequest(List.of(p.host())))));
    all.add("GET /hosts/{id}/device_link", (s, a, p) -> s.links.show(a, p.host()));
    all.add("POST /hosts/{id}/device_link", (s, a, p) -> s.links.make(a, p.host()).endsAt());
    all.add("DELETE /hosts/{id}/device_link", (s, a, p) -> s.links.revoke(a, p.host()));
    all.add("POST /hosts/{id}/refetch", (s, a, p) -> s.hosts.refetch(a, p.host()));
    all.add("GET /hosts/{id}/mdm", (s, a, p) -> s.mdm.get(a, p.host()));
    all.add("DELETE /hosts/{id}/mdm", (s, a, p) -> s.mdm.turnOff(a, p.host()));
    all.add("PATCH /mdm/hosts/{id}/unenroll", (s, a, p) -> s.mdm.unenroll(a, p.host()));
    MarksRequest told = new MarksRequest(null, null, null, true, null, null, null);
    all.add("GET /migration/{id}", (s, a, p) -> s.migration.get(a, p.host()));
    all.add("PATCH /migration/{id}", (s, a, p) -> s.migration.change(a, p.host(), told));
    all.add("DELETE /migration/{id}", (s, a, p) -> s.migration.remove(a, p.host()));
    all.add("POST /migration", (s, a, p) -> s.migration.add(a, many(p, null)));
    all.add("POST /migration/marks", (s, a, p) -> s.migration.mark(a, many(p, told)));
  }

  static void teams(CallTable all) {
    all.add("GET /hosts", (s, a, p) -> s.hosts.list(a, Requests.team(p)));
    all.add(
        "GET /hosts/report",
        (s, a, p) -> Answers.answered(() -> s.hostReport.report(a, Requests.team(p))));
    all.add(
        "POST /hosts",
        (s, a, p) -> s.added.add(a, new NewHostRequest("NEWMAC1", "New", p.teamNumber(), null)));
    all.add("POST /hosts/import", (s, a, p) -> s.added.addAll(a, macs(p)));
    all.add("GET /hosts/count", (s, a, p) -> s.hosts.count(a, Requests.team(p)));
    all.add("GET /hosts/summary/mdm", (s, a, p) -> s.mdm.summary(a, Requests.number(p)));
    all.add("GET /migration", (s, a, p) -> s.migration.list(a, Requests.team(p)));
    all.add(
        "GET /migration/export",
        (s, a, p) -> Answers.answered(() -> s.migration.export(a, Requests.team(p))));
    byte[] file = "serial_number\nC02NEWONE1\n".getBytes(StandardCharsets.UTF_8);
    all.add(
        "POST /migration/import",
        (s, a, p) ->
            s.migration.take(
                a,
                new MultipartForm(
                    Map.of("team_id", Requests.number(p)),
                    Map.of("macs", new UploadedFile("macs.csv", file)))));
  }

  static void lists(CallTable all) {
    all.add("GET /migration", (s, a, p) -> s.migration.list(a, Requests.uri()).macs().size());
    all.add("GET /hosts", (s, a, p) -> s.hosts.list(a, Requests.uri()).hosts().size());
    all.add(
        "GET /hosts/report", (s, a, p) -> Answers.lines(s.hostReport.file(a, Requests.uri())) - 1);
    all.add("GET /hosts/count", (s, a, p) -> (int) s.hosts.count(a, Requests.uri()).count());
    all.add(
        "GET /hosts/summary/mdm",
        (s, a, p) ->
            (int) s.mdm.summary(a, null).mobileDeviceManagementEnrollmentStatus().hostsCount());
  }

  static void organization(CallTable all) {
    all.add(
        "POST /hosts/transfer",
        (s, a, p) ->
            s.transfer.transfer(a, new TransferRequest(p.teamNumber(), List.of(s.none.host()))));
    all.add(
        "POST /hosts/transfer/filter",
        (s, a, p) ->
            s.transfer.transferAll(
                a,
                new FilteredTransferRequest(
                    s.other.teamNumber(), Filters.of(null, p.teamNumber()))));
  }

  private static MultipartForm macs(Place place) {
    return new MultipartForm(
        Map.of("team_id", Requests.number(place)),
        Map.of("file", new UploadedFile("macs.csv", "NEWMAC1\nNEWMAC2".getBytes())));
  }

  private static ManyRequest many(Place place, MarksRequest marks) {
    return new ManyRequest(List.of(place.host()), marks);
  }
}
