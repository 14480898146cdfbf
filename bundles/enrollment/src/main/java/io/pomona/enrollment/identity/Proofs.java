package io.pomona.enrollment.identity;

import io.pomona.api.pki.DeviceSignatures;
import io.pomona.enrollment.EnrollmentConfig;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The proofs that the configuration allows, in its order. */
public final class Proofs {
  private static final Logger LOG = LoggerFactory.getLogger(Proofs.class);

  private Proofs() {}

  public static List<IdentityProof> of(EnrollmentConfig config, DeviceSignatures signatures) {
    List<IdentityProof> proofs = new ArrayList<>();
    for (String name : list(config.identity())) {
      switch (name) {
        case "signature" -> proofs.add(new SignatureProof(signatures));
        case "proxy" -> proofs.add(new ProxyProof(signatures, proxies(config)));
        case "mtls" -> proofs.add(new TlsProof(signatures, port(config)));
        default -> LOG.warn("identity = {} is not known; use signature, proxy or mtls.", name);
      }
    }
    if (proofs.isEmpty()) {
      LOG.warn("No proof of identity is configured: every Mac will be refused.");
    }
    return List.copyOf(proofs);
  }

  /** The port for client certificates, when they are a proof. */
  public static OptionalInt tlsPort(EnrollmentConfig config) {
    return list(config.identity()).contains("mtls") && config.mtls_port() > 0
        ? OptionalInt.of(config.mtls_port())
        : OptionalInt.empty();
  }

  private static List<AddressRange> proxies(EnrollmentConfig config) {
    List<AddressRange> ranges = ranges(config);
    if (ranges.isEmpty()) {
      LOG.warn("identity = proxy needs trusted.proxies; until then no proxy is believed.");
    }
    return ranges;
  }

  static List<AddressRange> ranges(EnrollmentConfig config) {
    List<AddressRange> ranges = new ArrayList<>();
    for (String text : list(config.trusted_proxies())) {
      try {
        ranges.add(AddressRange.parse(text));
      } catch (IllegalArgumentException e) {
        LOG.warn("trusted.proxies: {} is left out, it is no address and no network.", text);
      }
    }
    return List.copyOf(ranges);
  }

  private static int port(EnrollmentConfig config) {
    if (config.mtls_port() <= 0) {
      LOG.warn("identity = mtls needs mtls.port; until then no client certificate counts.");
    }
    return config.mtls_port();
  }

  // A .cfg file gives a list as one text with commas.
  private static List<String> list(String[] values) {
    return Arrays.stream(values)
        .flatMap(value -> Arrays.stream(value.split(",")))
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .distinct()
        .toList();
  }
}
