package io.pomona.simulator.mac;

import io.pomona.simulator.crypto.Identity;

/** A device certificate made without SCEP, for a Mac that exists only as a sender of requests. */
public record BenchmarkIdentity(MacHardware hardware, Identity identity) {}
