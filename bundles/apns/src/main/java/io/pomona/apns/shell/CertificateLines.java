package io.pomona.apns.shell;

import io.pomona.apns.PushCertificateView;
import org.apache.karaf.shell.support.table.ShellTable;

/** The push certificate as names and values. */
final class CertificateLines {
  private CertificateLines() {}

  static void print(PushCertificateView view, boolean noFormat) {
    ShellTable table = new ShellTable();
    table.column("Name");
    table.column("Value");
    table.addRow().addContent("Common name", view.commonName());
    table.addRow().addContent("Serial number", view.serialNumber());
    table.addRow().addContent("Issuer", view.issuer());
    table.addRow().addContent("Renew date", view.renewDate());
    table.addRow().addContent("Days left", view.daysLeft());
    table.addRow().addContent("Topic", view.topic());
    table.addRow().addContent("Apple ID", view.appleId());
    table.addRow().addContent("Renewed by", view.renewedBy());
    table.addRow().addContent("Renewed at", view.renewedAt());
    table.print(System.out, !noFormat);
    if (!view.warning().isEmpty()) {
      System.out.println((view.daysLeft() < 0 ? "ERROR: " : "WARNING: ") + view.warning());
    }
  }
}
