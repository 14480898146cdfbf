package io.pomona.itests.contract;

import java.lang.reflect.Proxy;
import javax.ws.rs.core.MultivaluedHashMap;
import javax.ws.rs.core.MultivaluedMap;
import javax.ws.rs.core.UriInfo;

/** What calls are made of: how they name a team. */
final class Requests {
  private Requests() {}

  static String number(Place place) {
    return String.valueOf(place.teamNumber());
  }

  static UriInfo team(Place place) {
    return uri("team_id", number(place));
  }

  static UriInfo uri(String... pairs) {
    MultivaluedMap<String, String> parameters = new MultivaluedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      parameters.add(pairs[i], pairs[i + 1]);
    }
    return (UriInfo)
        Proxy.newProxyInstance(
            UriInfo.class.getClassLoader(),
            new Class<?>[] {UriInfo.class},
            (proxy, method, arguments) -> parameters);
  }
}
