package io.pomona.abm.setup;

import io.pomona.api.MdmException;
import io.pomona.api.abm.Agreement;
import io.pomona.api.abm.AgreementStore;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.Actor;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The organization's agreement, which people see before their Mac enrolls automatically. */
@Component(service = Agreements.class)
public final class Agreements {
  private static final byte[] MAGIC = {'%', 'P', 'D', 'F', '-'};
  private static final int LIMIT = 25 << 20;
  private static final int LONGEST_NAME = 255;

  private final AgreementStore store;
  private final Clock clock;

  @Activate
  public Agreements(@Reference AgreementStore store) {
    this(store, Clock.systemUTC());
  }

  Agreements(AgreementStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  public Agreement add(Actor actor, String name, byte[] content) {
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      throw MdmException.invalid("abm.no_name", "eula", "The file needs a name.");
    }
    if (content.length > LIMIT) {
      throw new MdmException(
          MdmException.Kind.TOO_LARGE,
          "abm.agreement_too_large",
          "The agreement is larger than 25 megabytes.");
    }
    if (!Arrays.equals(
        MAGIC, 0, MAGIC.length, content, 0, Math.min(MAGIC.length, content.length))) {
      throw MdmException.invalid("abm.no_pdf", "eula", "The agreement must be a PDF.");
    }
    Agreement added = new Agreement(name, content, Tokens.fresh(), clock.instant());
    store.add(added, List.of(told(actor, "added_eula", added.cover())));
    return added;
  }

  public Agreement.Cover find() {
    return store.find().orElseThrow(Agreements::none);
  }

  private Agreement.Cover find(String token) {
    return store
        .find()
        .filter(found -> Tokens.same(found.token(), token))
        .orElseThrow(Agreements::none);
  }

  /** For whoever knows the token; there is no other way to it, and guessing costs no memory. */
  public byte[] content(String token) {
    find(token);
    return store.content(token).orElseThrow(Agreements::none);
  }

  public void delete(Actor actor, String token) {
    Agreement.Cover found = find(token);
    if (!store.delete(token, List.of(told(actor, "deleted_eula", found)))) {
      throw none();
    }
  }

  private static ActivityDraft told(Actor actor, String type, Agreement.Cover about) {
    return ActivityDraft.of(actor, type).with("name", about.name());
  }

  private static MdmException none() {
    return MdmException.notFound("abm.no_agreement", "There is no such agreement.");
  }
}
