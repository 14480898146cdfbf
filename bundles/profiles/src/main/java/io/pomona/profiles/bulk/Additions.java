package io.pomona.profiles.bulk;

import io.pomona.api.MdmException;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.TeamId;
import io.pomona.api.profiles.Profile;
import io.pomona.api.profiles.ProfileLibrary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Stores what an import adds: many at once, for each time all Macs of the team are marked. When one
 * of the many is refused, each is added by itself, so that it stands for itself.
 */
final class Additions {
  private static final int AT_ONCE = 100;

  private final ProfileLibrary library;
  private final Actor actor;
  private final Optional<TeamId> team;
  private final Map<String, String> uuids = new HashMap<>();

  Additions(ProfileLibrary library, Actor actor, Optional<TeamId> team) {
    this.library = library;
    this.actor = actor;
    this.team = team;
  }

  /**
   * @param planned of each of the files
   * @return what has become of them
   */
  List<ImportedFile> store(List<ProfileFile> files, List<ImportedFile> planned) {
    List<ImportedFile> outcomes = new ArrayList<>(planned);
    List<Integer> places =
        IntStream.range(0, planned.size())
            .filter(at -> planned.get(at).outcome() == ImportOutcome.ADDED)
            .boxed()
            .toList();
    for (int from = 0; from < places.size(); from += AT_ONCE) {
      store(places.subList(from, Math.min(from + AT_ONCE, places.size())), files, outcomes);
    }
    outcomes.replaceAll(this::named);
    return outcomes;
  }

  private void store(List<Integer> places, List<ProfileFile> files, List<ImportedFile> outcomes) {
    try {
      library
          .addAll(actor, team, places.stream().map(at -> files.get(at).content()).toList())
          .forEach(this::remember);
    } catch (MdmException e) {
      places.forEach(at -> outcomes.set(at, alone(files.get(at), outcomes.get(at))));
    }
  }

  // Somebody else was quicker, or the team was deleted meanwhile.
  private ImportedFile alone(ProfileFile file, ImportedFile planned) {
    try {
      remember(library.add(actor, team, file.content()));
      return planned;
    } catch (MdmException e) {
      return planned.refused(
          e.kind() == MdmException.Kind.CONFLICT ? ImportOutcome.CONFLICT : ImportOutcome.REFUSED,
          e.getMessage());
    }
  }

  private void remember(Profile added) {
    uuids.put(added.identifier(), added.uuid());
  }

  /** A file may be the same as one that came before it. */
  private ImportedFile named(ImportedFile file) {
    boolean isThere =
        file.outcome() == ImportOutcome.ADDED || file.outcome() == ImportOutcome.UNCHANGED;
    return isThere
        ? file.stored(file.profileUuid().or(() -> file.identifier().map(uuids::get)))
        : file;
  }
}
