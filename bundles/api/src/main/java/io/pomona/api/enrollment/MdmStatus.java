package io.pomona.api.enrollment;

/** Whether a Mac is managed. */
public enum MdmStatus {
  OFF("Off"),
  ON_MANUAL("On (manual)"),
  ON_AUTOMATIC("On (automatic)"),
  PENDING("Pending");

  private final String label;

  MdmStatus(String label) {
    this.label = label;
  }

  /** The words of the API and the console. */
  public String label() {
    return label;
  }

  public boolean isOn() {
    return this == ON_MANUAL || this == ON_AUTOMATIC;
  }
}
