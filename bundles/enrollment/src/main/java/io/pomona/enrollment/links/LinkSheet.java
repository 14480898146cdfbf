package io.pomona.enrollment.links;

import io.pomona.api.enrollment.AddedHostStore;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.enrollment.csv.CsvLine;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Links as a file, for who sends them to people. */
@Component(service = LinkSheet.class)
public final class LinkSheet {
  private final AddedHostStore added;

  @Activate
  public LinkSheet(@Reference AddedHostStore added) {
    this.added = added;
  }

  public String of(List<DeviceLinks.Made> links) {
    Map<HostId, String> emails =
        added.emails(links.stream().map(link -> link.host().id()).toList());
    StringBuilder sheet =
        new StringBuilder(CsvLine.of(List.of("serial", "name", "email", "link", "ends_at")));
    for (DeviceLinks.Made link : links) {
      Host host = link.host();
      sheet.append(
          CsvLine.of(
              List.of(
                  host.facts().serialNumber(),
                  host.facts().name(),
                  emails.getOrDefault(host.id(), ""),
                  link.url().revealText(),
                  link.endsAt().toString())));
    }
    return sheet.toString();
  }
}
