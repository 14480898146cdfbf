/**
 * What the stores of {@code api} promise, as tests. Whoever writes a store extends each contract
 * with a factory of store sets; there is nothing in here that only a store in memory can do.
 *
 * <p>Times are whole seconds, ids are compared only for equality and order, and nothing is due
 * exactly at the edge of a time.
 */
package io.pomona.testkit.contract;
