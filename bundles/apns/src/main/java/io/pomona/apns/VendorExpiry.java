package io.pomona.apns;

import io.pomona.api.MdmException;
import io.pomona.api.organization.ExpirySource;
import io.pomona.api.organization.StatusCheck;
import io.pomona.apns.VendorDesk.VendorView;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** When the vendor certificate ends, with which the next renewal is signed. */
@Component(service = {StatusCheck.class, ExpirySource.class})
public final class VendorExpiry implements StatusCheck, ExpirySource {
  private static final String NAME = "apns.vendor";

  private final VendorDesk vendor;

  @Activate
  public VendorExpiry(@Reference VendorDesk vendor) {
    this.vendor = vendor;
  }

  @Override
  public List<StatusLine> check() {
    try {
      vendor.view();
      return List.of();
    } catch (MdmException e) {
      return List.of(new StatusLine(NAME, Level.WARNING, e.getMessage()));
    }
  }

  @Override
  public List<Expiring> expiring() {
    return readable().map(VendorExpiry::of).stream().toList();
  }

  /** A damaged one has a line of its own instead. */
  private Optional<VendorView> readable() {
    try {
      return vendor.view();
    } catch (MdmException e) {
      return Optional.empty();
    }
  }

  private static Expiring of(VendorView view) {
    return new Expiring(
            NAME,
            "MDM vendor certificate",
            view.renewDate(),
            "Renew it at developer.apple.com and load it with pomonactl apns vendor.")
        .meaning("no request for a push certificate is signed here");
  }
}
