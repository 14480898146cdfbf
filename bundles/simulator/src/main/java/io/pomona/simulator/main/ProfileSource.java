package io.pomona.simulator.main;

import java.io.IOException;

/** Where a Mac gets the enrollment profile it installs; asked once for each Mac. */
@FunctionalInterface
public interface ProfileSource {

  byte[] next() throws IOException;
}
