/**
 * Stores that live in memory, over one {@link io.pomona.testkit.memory.World}. They are the
 * shortest statement of what the stores of {@code api} promise; a database-backed store must pass
 * the same contracts.
 */
package io.pomona.testkit.memory;
