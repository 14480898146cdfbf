package io.pomona.enrollment.links;

import io.pomona.api.enrollment.AddedHostStore;
import io.pomona.api.enrollment.Host;
import java.util.List;
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
    StringBuilder sheet =
        new StringBuilder(CsvRow.line(List.of("serial", "name", "email", "link", "ends_at")));
    for (DeviceLinks.Made link : links) {
      Host host = link.host();
      sheet.append(
          CsvRow.line(
              List.of(
                  host.facts().serialNumber(),
                  host.facts().name(),
                  added.email(host.id()).orElse(""),
                  link.url().revealText(),
                  link.endsAt().toString())));
    }
    return sheet.toString();
  }
}
