package io.pomona.simulator.mac.command;

import io.pomona.simulator.crypto.Certificates;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.cert.X509CertificateHolder;

/** The identity of the enrollment and the roots it brought along. */
final class CertificateList implements Inventory {

  @Override
  public Answer answer(Command command, Subject mac) {
    List<Map<String, Object>> list = new ArrayList<>();
    for (X509CertificateHolder certificate : mac.certificates()) {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("CommonName", commonName(certificate));
      entry.put("Data", Certificates.der(certificate));
      entry.put("IsIdentity", list.isEmpty());
      list.add(entry);
    }
    return Answer.acknowledged("CertificateList", list);
  }

  private static String commonName(X509CertificateHolder certificate) {
    RDN[] names = certificate.getSubject().getRDNs(BCStyle.CN);
    return names.length == 0 ? "" : names[0].getFirst().getValue().toString();
  }
}
