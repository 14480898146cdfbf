package io.pomona.simulator.apple.abm;

import java.time.Instant;

/**
 * One call that was made.
 *
 * @param at by the clock of the virtual ABM
 * @param nanos by the stopwatch of this machine, see {@link System#nanoTime()}
 * @param serials how many serial numbers it named, or how many devices a page may hold
 * @param status what was answered; 0: the connection was cut
 */
public record AbmCall(AbmEndpoint endpoint, Instant at, long nanos, int serials, int status) {}
