package io.pomona.simulator.mac;

import io.pomona.simulator.mac.command.Subject;
import io.pomona.simulator.mac.disk.FileVault;
import io.pomona.simulator.mac.lock.Locks;
import io.pomona.simulator.mac.update.Updates;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;

/** What inventory answers read; called under the Mac's lock. */
final class MacSubject implements Subject {

  private final MacState state;
  private final Faults faults;

  MacSubject(MacState state, Faults faults) {
    this.state = state;
    this.faults = faults;
  }

  private Enrollment enrollment() {
    return state.enrollment().orElseThrow();
  }

  @Override
  public MacHardware hardware() {
    return state.hardware();
  }

  @Override
  public PushAddress push() {
    return enrollment().device();
  }

  @Override
  public List<ConfigurationProfile> profiles() {
    return state.profiles();
  }

  @Override
  public List<X509CertificateHolder> certificates() {
    List<X509CertificateHolder> certificates = new ArrayList<>();
    certificates.add(enrollment().identity().certificate());
    certificates.addAll(enrollment().profile().roots());
    return certificates;
  }

  @Override
  public boolean bootstrapTokenEscrowed() {
    return state.bootstrapToken().isPresent();
  }

  @Override
  public FileVault fileVault() {
    return state.fileVault();
  }

  @Override
  public Locks locks() {
    return state.locks();
  }

  @Override
  public boolean supervised() {
    return state.supervised();
  }

  @Override
  public boolean has(Fault fault) {
    return faults.has(fault);
  }

  @Override
  public Updates updates() {
    return state.updates();
  }

  @Override
  public Supervision supervision() {
    return state.supervision();
  }

  @Override
  public List<MacApplication> applications() {
    return state.applications();
  }
}
