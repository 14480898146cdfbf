package io.pomona.pki;

import io.pomona.api.MdmException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.util.IPAddress;

/** The host names and addresses that a server certificate is for. */
record ServerNames(List<String> hosts) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?");

  ServerNames {
    if (hosts.isEmpty()) {
      throw MdmException.invalid("pki.no_host", "hosts", "Name at least one host.");
    }
    hosts = hosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).distinct().toList();
    for (String host : hosts) {
      if (!IPAddress.isValid(host) && !NAME.matcher(host).matches()) {
        throw MdmException.invalid(
            "pki.bad_host", "hosts", "\"" + host + "\" is neither a host name nor an address.");
      }
    }
  }

  String first() {
    return hosts.get(0);
  }

  GeneralNames alternatives() {
    return new GeneralNames(
        hosts.stream().map(ServerNames::alternative).toArray(GeneralName[]::new));
  }

  private static GeneralName alternative(String host) {
    return new GeneralName(
        IPAddress.isValid(host) ? GeneralName.iPAddress : GeneralName.dNSName, host);
  }

  boolean areThoseOf(X509CertificateHolder certificate) {
    GeneralNames names =
        GeneralNames.fromExtensions(certificate.getExtensions(), Extension.subjectAlternativeName);
    return names != null && texts(names).equals(texts(alternatives()));
  }

  private static Set<String> texts(GeneralNames names) {
    return Arrays.stream(names.getNames())
        .map(GeneralName::toString)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
