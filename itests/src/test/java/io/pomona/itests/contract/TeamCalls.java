package io.pomona.itests.contract;

import io.pomona.api.organization.Actor;
import java.util.Map;

/** Each operation on something that belongs to a team, as a call that names what is in a place. */
final class TeamCalls {
  /** A call for a place of the scene. */
  interface Call {
    Object of(TeamScene scene, Actor actor, Place place);
  }

  static final String PASSWORD = "long enough for a test";

  private TeamCalls() {}

  /** Those that name a row by its id, in the path, the query or the body. */
  static Map<Operation, Call> ofRows() {
    CallTable all = new CallTable();
    EnrollmentCalls.rows(all);
    CommandCalls.rows(all);
    ProfileCalls.rows(all);
    AbmCalls.rows(all);
    EscrowCalls.rows(all);
    UpdateCalls.rows(all);
    OrganizationCalls.rows(all);
    return all.calls();
  }

  /** Those that name a team. */
  static Map<Operation, Call> ofTeams() {
    CallTable all = new CallTable();
    EnrollmentCalls.teams(all);
    ProfileCalls.teams(all);
    AbmCalls.teams(all);
    EscrowCalls.teams(all);
    UpdateCalls.teams(all);
    OrganizationCalls.teams(all);
    return all.calls();
  }

  /** What a role in a team opens, and what is then behind it for such a role is nothing. */
  static Map<Operation, Call> ofNoTeam() {
    CallTable all = new CallTable();
    OrganizationCalls.noTeam(all);
    return all.calls();
  }

  /** What only people with a role everywhere do. */
  static Map<Operation, Call> ofOrganization() {
    CallTable all = new CallTable();
    EnrollmentCalls.organization(all);
    AbmCalls.organization(all);
    OrganizationCalls.organization(all);
    return all.calls();
  }

  /** Lists of everything that the caller may see. */
  static Map<Operation, Call> ofLists() {
    CallTable all = new CallTable();
    EnrollmentCalls.lists(all);
    CommandCalls.lists(all);
    AbmCalls.lists(all);
    OrganizationCalls.lists(all);
    return all.calls();
  }
}
