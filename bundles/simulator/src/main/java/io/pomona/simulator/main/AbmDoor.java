package io.pomona.simulator.main;

import io.pomona.simulator.apple.abm.AbmGoods;
import io.pomona.simulator.apple.abm.AbmPerson;
import io.pomona.simulator.apple.abm.AbmServer;
import io.pomona.simulator.apple.abm.VirtualAbm;
import io.pomona.simulator.mac.MacHardware;
import io.pomona.simulator.wire.OwnedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;

/** The person at ABM of a simulation: one server, named Pomona, that has all the Macs. */
public final class AbmDoor {

  private static final String SERVER = "Pomona";

  private final VirtualAbm abm;
  private final Path file;

  AbmDoor(VirtualAbm abm, Path folder) {
    this.abm = abm;
    this.file = folder.resolve("abm-token.p7m");
  }

  /**
   * The server token for this public certificate. The same again while the certificate stays, for a
   * new one would end it.
   */
  public Path token(String certificatePem) throws IOException {
    AbmPerson person = abm.person();
    AbmServer server =
        person.server(SERVER).orElseGet(() -> person.addServer(SERVER, certificatePem));
    if (!person.hasKey(server, certificatePem) || !Files.exists(file)) {
      person.uploadKey(server, certificatePem);
      OwnedFile.replace(file, person.downloadToken(server));
    }
    return file;
  }

  /** Buys those that are not there yet for the server, once it has its token. */
  public void deliver(Collection<MacHardware> macs) {
    AbmPerson person = abm.person();
    AbmServer server =
        person.server(SERVER).orElseThrow(() -> new IllegalStateException("No server token yet"));
    person.buy(
        server, macs.stream().filter(mac -> !person.owns(mac.serial())).map(AbmGoods::of).toList());
  }
}
