package io.pomona.organization.apply;

import io.pomona.api.MdmException;
import io.pomona.api.MdmException.Kind;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.SettingsChange;
import io.pomona.api.organization.TeamStore;
import io.pomona.api.organization.User;
import io.pomona.organization.AccountChanges;
import io.pomona.organization.Accounts;
import io.pomona.organization.EmailAddress;
import io.pomona.organization.settings.SettingsDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The accounts of some people and their roles, as a document wants them. */
final class UserRolesStep implements SpecStep {
  private static final String ROLES = "roles";

  /** Someone whose account is there, or is to be made. */
  private record Person(List<String> path, Optional<User> account, PersonSpec said) {}

  private final Actor actor;
  private final SpecDocument document;
  private final Accounts accounts;
  private final AccountChanges changes;
  private final TeamStore teams;
  private final Map<String, Person> people = new LinkedHashMap<>();
  private final List<SpecProblem> problems = new ArrayList<>();

  UserRolesStep(
      Actor actor,
      SpecDocument document,
      Accounts accounts,
      AccountChanges changes,
      TeamStore teams) {
    this.actor = actor;
    this.document = document;
    this.accounts = accounts;
    this.changes = changes;
    this.teams = teams;
    read();
  }

  private void read() {
    requireKnown(List.of(), document.spec(), List.of(ROLES));
    if (document.spec().get(ROLES) instanceof Map<?, ?> said) {
      said.forEach((email, keys) -> person(String.valueOf(email), keys));
    } else {
      problem(
          Kind.MALFORMED, List.of(ROLES), "must be an object with an e-mail address as each key");
    }
  }

  private void requireKnown(List<String> path, Map<?, ?> said, List<String> valid) {
    String are = valid.size() == 1 ? "is " : "are ";
    for (Object key : said.keySet()) {
      if (!valid.contains(key)) {
        problem(
            Kind.MALFORMED,
            SettingsDocument.child(path, String.valueOf(key)),
            "unknown key; valid here " + are + String.join(", ", valid));
      }
    }
  }

  private void problem(Kind kind, List<String> path, String reason) {
    problems.add(new SpecProblem(kind, document.source().place(path), path, reason));
  }

  private void person(String email, Object said) {
    List<String> path = List.of(ROLES, email);
    if (!(said instanceof Map<?, ?> keys)) {
      problem(Kind.MALFORMED, path, "say global_role or teams");
      return;
    }
    requireKnown(path, keys, PersonSpec.KEYS);
    try {
      add(path, email, PersonSpec.of(keys, teams));
    } catch (MdmException e) {
      problem(Kind.INVALID, path, e.getMessage());
    }
  }

  private void add(List<String> path, String email, PersonSpec said) {
    Optional<User> account = changes.named(email);
    if (account.isEmpty() && said.draft(email).isEmpty()) {
      throw PersonSpec.bad(
          "there is no account "
              + email
              + "; write name and sso_enabled: true to make it, or make it first");
    }
    if (people.put(EmailAddress.normalize(email), new Person(path, account, said)) != null) {
      throw PersonSpec.bad("this person is here twice");
    }
  }

  @Override
  public List<SpecProblem> problems() {
    return problems;
  }

  @Override
  public Map<String, String> settles() {
    Map<String, String> settled = new LinkedHashMap<>();
    people.forEach(
        (email, person) ->
            settled.put(UserRolesKind.NAME + ": " + email, document.source().place(person.path())));
    return settled;
  }

  @Override
  public List<AppliedChange> apply() {
    AccountWords words = new AccountWords(teams.names());
    List<AppliedChange> applied = new ArrayList<>();
    people.forEach(
        (email, person) ->
            person
                .account()
                .map(account -> changed(account, person.said(), words))
                .orElseGet(() -> made(email, person.said(), words))
                .ifPresent(change -> applied.add(applied(change))));
    return applied;
  }

  private Optional<SettingsChange> changed(User before, PersonSpec said, AccountWords words) {
    User after = changes.change(actor, before.id().value(), said.wish());
    return after.equals(before)
        ? Optional.empty()
        : Optional.of(SettingsChange.changed(words.changed(before, after)));
  }

  private Optional<SettingsChange> made(String email, PersonSpec said, AccountWords words) {
    return said.draft(email)
        .map(draft -> accounts.create(actor, draft))
        .map(user -> SettingsChange.added(words.made(user)));
  }

  private AppliedChange applied(SettingsChange change) {
    SpecSource source = document.source();
    return new AppliedChange(
        source.file(), source.line(), AppliedChange.ORGANIZATION, UserRolesKind.NAME, change);
  }
}
