package io.pomona.simulator.mac.declarative;

import io.pomona.simulator.wire.Reply;
import java.io.IOException;

/** Puts DeclarativeManagement check-in messages to the server. */
@FunctionalInterface
public interface Messenger {

  /** Empty data: the message has none. */
  Reply send(String endpoint, byte[] data) throws IOException;
}
