package io.pomona.simulator.mac;

import java.time.Instant;

/** An answer that the server has not taken yet; a Mac keeps it until a 2xx. */
record UnsentAnswer(byte[] body, String status, Instant notBefore) {}
