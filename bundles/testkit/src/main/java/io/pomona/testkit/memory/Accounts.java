package io.pomona.testkit.memory;

/** People, their sessions and their organization, which depend on each other. */
public final class Accounts {
  private final InMemoryOrganizationStore organization;
  private final InMemorySessionStore sessions;
  private final InMemoryUserStore users;

  public Accounts(World world) {
    organization = new InMemoryOrganizationStore(world);
    sessions = new InMemorySessionStore(world, id -> users().credentials(id));
    users = new InMemoryUserStore(world, sessions, organization);
  }

  public InMemoryOrganizationStore organization() {
    return organization;
  }

  public InMemorySessionStore sessions() {
    return sessions;
  }

  public InMemoryUserStore users() {
    return users;
  }
}
