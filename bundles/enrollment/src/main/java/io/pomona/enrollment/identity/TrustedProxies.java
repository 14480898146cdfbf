package io.pomona.enrollment.identity;

import io.pomona.api.enrollment.ClientAddresses;
import io.pomona.enrollment.EnrollmentConfig;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Believes what the proxies of the configuration say about whom they pass on. */
@Component(configurationPid = EnrollmentConfig.PID)
public final class TrustedProxies implements ClientAddresses {
  private final List<AddressRange> trusted;

  @Activate
  public TrustedProxies(EnrollmentConfig config) {
    this.trusted = Proofs.ranges(config);
  }

  @Override
  public String of(String remoteAddress, List<String> forwardedFor) {
    List<String> way =
        new ArrayList<>(forwardedFor.stream().flatMap(TrustedProxies::split).toList());
    Collections.reverse(way);
    String address = remoteAddress;
    for (String before : way) {
      if (!isTrusted(address)) {
        return address;
      }
      address = before;
    }
    return address;
  }

  private static Stream<String> split(String header) {
    return Arrays.stream(header.split(",")).map(String::strip).filter(text -> !text.isEmpty());
  }

  private boolean isTrusted(String address) {
    return trusted.stream().anyMatch(range -> range.contains(address));
  }
}
