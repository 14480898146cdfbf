package io.pomona.api.abm;

/**
 * What a page has changed.
 *
 * @param assigned Macs that were not assigned to this token before, or are anew
 * @param unassigned Macs that are not any more
 */
public record AbmChanges(int assigned, int unassigned) {
  public AbmChanges and(AbmChanges more) {
    return new AbmChanges(assigned + more.assigned, unassigned + more.unassigned);
  }
}
