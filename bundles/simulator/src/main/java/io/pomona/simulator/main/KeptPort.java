package io.pomona.simulator.main;

import io.pomona.simulator.wire.OwnedFile;
import java.io.IOException;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.ToIntFunction;

/** The port of the last time, so that a server which still runs finds a service again. */
record KeptPort(Path file, int configured) {

  interface Service<T> {
    /** Throws {@link BindException} where the port is taken; 0 takes any. */
    T at(int port) throws IOException;
  }

  <T> T bind(Service<T> service, ToIntFunction<T> port) throws IOException {
    T started = started(service);
    byte[] text = Integer.toString(port.applyAsInt(started)).getBytes(StandardCharsets.US_ASCII);
    OwnedFile.replace(file, text);
    return started;
  }

  private <T> T started(Service<T> service) throws IOException {
    if (configured != 0) {
      return service.at(configured);
    }
    try {
      int last = Files.exists(file) ? Integer.parseInt(Files.readString(file).strip()) : 0;
      return service.at(last);
    } catch (BindException e) {
      return service.at(0);
    }
  }
}
