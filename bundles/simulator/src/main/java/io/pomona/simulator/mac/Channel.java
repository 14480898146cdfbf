package io.pomona.simulator.mac;

/** The two conversations a Mac may have with the server. */
public enum Channel {
  DEVICE,
  USER
}
