package io.pomona.simulator.wire;

import java.io.IOException;

/** Carries a request to the server. Tests wrap it to lose, repeat and reorder messages. */
@FunctionalInterface
public interface Wire {

  Reply send(Call call) throws IOException;
}
