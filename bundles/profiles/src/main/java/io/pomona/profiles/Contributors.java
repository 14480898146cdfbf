package io.pomona.profiles;

import io.pomona.api.profiles.ProfileContributor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Who says what a Mac should have, the highest service ranking first. */
@Component(service = Contributors.class)
public final class Contributors {
  private record Ranked(ProfileContributor contributor, int ranking, long id) {}

  private static final Comparator<Ranked> ORDER =
      Comparator.comparingInt(Ranked::ranking).reversed().thenComparingLong(Ranked::id);

  private final List<Ranked> present = new ArrayList<>();

  @Reference(
      name = "contributor",
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      unbind = "remove")
  void add(ProfileContributor contributor, Map<String, Object> properties) {
    int ranking = properties.get("service.ranking") instanceof Integer value ? value : 0;
    long id = properties.get("service.id") instanceof Long value ? value : 0;
    synchronized (present) {
      present.add(new Ranked(contributor, ranking, id));
      present.sort(ORDER);
    }
  }

  void remove(ProfileContributor contributor) {
    synchronized (present) {
      present.removeIf(ranked -> ranked.contributor == contributor);
    }
  }

  List<ProfileContributor> present() {
    synchronized (present) {
      return present.stream().map(Ranked::contributor).toList();
    }
  }
}
