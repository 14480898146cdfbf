package io.pomona.simulator.mac.command;

import io.pomona.simulator.mac.ConfigurationProfile;
import io.pomona.simulator.mac.Fault;
import io.pomona.simulator.mac.MacApplication;
import io.pomona.simulator.mac.MacHardware;
import io.pomona.simulator.mac.PushAddress;
import io.pomona.simulator.mac.Supervision;
import io.pomona.simulator.mac.disk.FileVault;
import io.pomona.simulator.mac.lock.Locks;
import io.pomona.simulator.mac.update.Updates;
import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;

/** The Mac as its inventory answers see it. */
public interface Subject {

  MacHardware hardware();

  PushAddress push();

  List<ConfigurationProfile> profiles();

  /** The identity first, then the roots of the enrollment profile. */
  List<X509CertificateHolder> certificates();

  boolean bootstrapTokenEscrowed();

  FileVault fileVault();

  Locks locks();

  boolean supervised();

  boolean has(Fault fault);

  Updates updates();

  Supervision supervision();

  /** Those that came over MDM. */
  List<MacApplication> applications();
}
