package io.pomona.simulator.demo;

import java.util.List;

/** Names of people who have Macs. */
final class DemoPeople {

  private static final List<String> FIRST =
      List.of(
          "Noor", "Ada", "Mateo", "Ingrid", "Kwame", "Yuki", "Zoë", "Omar", "Priya", "Lukas",
          "Amara", "Chen", "Sofia", "Tariq", "Maja", "Diego", "Leila", "Björn", "Nia", "Hugo",
          "Anouk", "Ravi", "Greta", "Tomás", "Imani", "Felix", "Meera", "Jonas", "Aiko", "Elif",
          "Samuel", "Chiara", "Kofi", "Hanna", "Darius", "Lucía", "Finn", "Salma", "Oskar", "Thuy",
          "Viktor");
  private static final List<String> LAST =
      List.of(
          "Haddad",
          "Okafor",
          "Lindqvist",
          "Moreau",
          "Tanaka",
          "Silva",
          "Novak",
          "Rahman",
          "Keller",
          "Mensah",
          "Rossi",
          "Nguyen",
          "Schmidt",
          "Iyer",
          "Costa",
          "Berg",
          "Demir",
          "Walsh",
          "Park",
          "Fischer",
          "Adeyemi",
          "Kowalski",
          "Vega");

  private DemoPeople() {}

  /** The numbers of the two lists are prime, so that nobody is there twice. */
  static String at(long number) {
    return FIRST.get((int) (number % FIRST.size())) + " " + LAST.get((int) (number % LAST.size()));
  }
}
