/**
 * For tests only: every store in memory, the contracts that any store must pass, a clock to set,
 * Macs and profiles to start with, and hand-written fakes of services.
 */
package io.pomona.testkit;
