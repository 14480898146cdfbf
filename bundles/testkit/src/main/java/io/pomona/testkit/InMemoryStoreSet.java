package io.pomona.testkit;

import io.pomona.testkit.memory.Accounts;
import io.pomona.testkit.memory.InMemoryAbmDeviceStore;
import io.pomona.testkit.memory.InMemoryAbmSyncStore;
import io.pomona.testkit.memory.InMemoryAbmTokenStore;
import io.pomona.testkit.memory.InMemoryActivityChainStore;
import io.pomona.testkit.memory.InMemoryActivityStore;
import io.pomona.testkit.memory.InMemoryAddedHostStore;
import io.pomona.testkit.memory.InMemoryAgreementStore;
import io.pomona.testkit.memory.InMemoryArrivalStore;
import io.pomona.testkit.memory.InMemoryAssignmentStore;
import io.pomona.testkit.memory.InMemoryBootstrapPackageStore;
import io.pomona.testkit.memory.InMemoryBootstrapTokenStore;
import io.pomona.testkit.memory.InMemoryBypassCodeStore;
import io.pomona.testkit.memory.InMemoryCertificateStore;
import io.pomona.testkit.memory.InMemoryCommandHistoryStore;
import io.pomona.testkit.memory.InMemoryCommandQueueStore;
import io.pomona.testkit.memory.InMemoryCommandTimelineStore;
import io.pomona.testkit.memory.InMemoryDeclarationStore;
import io.pomona.testkit.memory.InMemoryDeliveryStore;
import io.pomona.testkit.memory.InMemoryDeviceDockStore;
import io.pomona.testkit.memory.InMemoryDeviceEvents;
import io.pomona.testkit.memory.InMemoryDeviceLinkStore;
import io.pomona.testkit.memory.InMemoryDiskEncryptionStore;
import io.pomona.testkit.memory.InMemoryDueKeyStore;
import io.pomona.testkit.memory.InMemoryEncryptionReportStore;
import io.pomona.testkit.memory.InMemoryEndUserStore;
import io.pomona.testkit.memory.InMemoryEnrollmentStore;
import io.pomona.testkit.memory.InMemoryEnvelopeStore;
import io.pomona.testkit.memory.InMemoryEscrowCertificateStore;
import io.pomona.testkit.memory.InMemoryExpiryStore;
import io.pomona.testkit.memory.InMemoryHostDeclarationStore;
import io.pomona.testkit.memory.InMemoryHostEncryptionStore;
import io.pomona.testkit.memory.InMemoryHostLockStore;
import io.pomona.testkit.memory.InMemoryHostProfileStore;
import io.pomona.testkit.memory.InMemoryHostStore;
import io.pomona.testkit.memory.InMemoryKeyMaterialStore;
import io.pomona.testkit.memory.InMemoryKeyRotationStore;
import io.pomona.testkit.memory.InMemoryLargeFileStore;
import io.pomona.testkit.memory.InMemoryMacSetupStore;
import io.pomona.testkit.memory.InMemoryMigrationStore;
import io.pomona.testkit.memory.InMemoryMinimumVersionStore;
import io.pomona.testkit.memory.InMemoryNudgeDueStore;
import io.pomona.testkit.memory.InMemoryNudgeInstallStore;
import io.pomona.testkit.memory.InMemoryNudgePackageStore;
import io.pomona.testkit.memory.InMemoryOrganizationStore;
import io.pomona.testkit.memory.InMemoryOsUpdateStore;
import io.pomona.testkit.memory.InMemoryOutboxStore;
import io.pomona.testkit.memory.InMemoryProfileStore;
import io.pomona.testkit.memory.InMemoryPushCertificateStore;
import io.pomona.testkit.memory.InMemoryPushRequestStore;
import io.pomona.testkit.memory.InMemoryRecoveryKeyStore;
import io.pomona.testkit.memory.InMemoryRecoveryLockStore;
import io.pomona.testkit.memory.InMemoryRenewalStore;
import io.pomona.testkit.memory.InMemorySessionStore;
import io.pomona.testkit.memory.InMemorySetupAssistantStore;
import io.pomona.testkit.memory.InMemorySetupSettingsStore;
import io.pomona.testkit.memory.InMemorySetupTicketStore;
import io.pomona.testkit.memory.InMemorySsoStore;
import io.pomona.testkit.memory.InMemoryStatusReportStore;
import io.pomona.testkit.memory.InMemoryTeamStore;
import io.pomona.testkit.memory.InMemoryUpdatePolicyStore;
import io.pomona.testkit.memory.InMemoryUserStore;
import io.pomona.testkit.memory.InMemoryWakeStore;
import io.pomona.testkit.memory.InMemoryWebhookStore;
import io.pomona.testkit.memory.World;
import java.time.Clock;

/** All stores in memory, empty at first. Safe for many threads. */
public final class InMemoryStoreSet implements StoreSet {
  private final InMemoryHostStore hosts;
  private final InMemoryEnrollmentStore enrollments;
  private final InMemoryBootstrapTokenStore bootstrapTokens;
  private final InMemoryRenewalStore renewals;
  private final InMemoryCommandQueueStore commandQueue;
  private final InMemoryCommandHistoryStore commandHistory;
  private final InMemoryCommandTimelineStore commandTimeline;
  private final InMemoryWakeStore wakes;
  private final InMemoryOutboxStore outbox;
  private final InMemoryProfileStore profiles;
  private final InMemoryHostProfileStore hostProfiles;
  private final InMemoryActivityStore activities;
  private final InMemoryActivityChainStore activityChain;
  private final InMemoryCertificateStore certificates;
  private final InMemoryKeyMaterialStore keyMaterial;
  private final InMemoryPushCertificateStore pushCertificates;
  private final InMemoryPushRequestStore pushRequests;
  private final InMemoryArrivalStore arrivals;
  private final InMemorySetupTicketStore setupTickets;
  private final InMemoryMinimumVersionStore minimumVersions;
  private final InMemoryDeclarationStore declarations;
  private final InMemoryHostDeclarationStore hostDeclarations;
  private final InMemoryStatusReportStore statusReports;
  private final InMemoryAddedHostStore addedHosts;
  private final InMemoryDeviceDockStore deviceDock;
  private final InMemoryDeviceLinkStore deviceLinks;
  private final InMemoryEndUserStore endUsers;
  private final InMemoryDiskEncryptionStore diskEncryptions;
  private final InMemoryEscrowCertificateStore escrowCertificates;
  private final InMemoryHostEncryptionStore hostEncryptions;
  private final InMemoryEncryptionReportStore encryptionReports;
  private final InMemoryAbmTokenStore abmTokens;
  private final InMemoryAbmDeviceStore abmDevices;
  private final InMemoryAbmSyncStore abmSync;
  private final Accounts accounts;
  private final InMemoryTeamStore teams;
  private final InMemorySsoStore sso;
  private final InMemorySetupSettingsStore setupSettings;
  private final InMemorySetupAssistantStore setupAssistants;
  private final InMemoryAssignmentStore assignments;
  private final InMemoryLargeFileStore largeFiles;
  private final InMemoryBootstrapPackageStore bootstrapPackages;
  private final InMemoryAgreementStore agreements;
  private final InMemoryHostLockStore hostLocks;
  private final InMemoryRecoveryLockStore recoveryLocks;
  private final InMemoryBypassCodeStore bypassCodes;
  private final InMemoryMacSetupStore macSetups;
  private final InMemoryUpdatePolicyStore updatePolicies;
  private final InMemoryMigrationStore migrations;
  private final InMemoryOsUpdateStore osUpdates;
  private final InMemoryNudgePackageStore nudgePackages;
  private final InMemoryNudgeInstallStore nudgeInstalls;
  private final InMemoryNudgeDueStore nudgeDue;
  private final InMemoryExpiryStore expiry;
  private final InMemoryWebhookStore webhooks;
  private final InMemoryDeliveryStore deliveries;
  private final InMemoryDeviceEvents deviceEvents;
  private final InMemoryRecoveryKeyStore recoveryKeys;
  private final InMemoryKeyRotationStore keyRotations;
  private final InMemoryEnvelopeStore envelopes;

  private final InMemoryDueKeyStore dueKeys;

  public InMemoryStoreSet() {
    this(Clock.systemUTC());
  }

  /**
   * @param clock for the few writes whose caller gives no time
   */
  public InMemoryStoreSet(Clock clock) {
    World world = new World(clock);
    hosts = new InMemoryHostStore(world);
    enrollments = new InMemoryEnrollmentStore(world);
    bootstrapTokens = new InMemoryBootstrapTokenStore();
    renewals = new InMemoryRenewalStore(world);
    commandQueue = new InMemoryCommandQueueStore(world);
    commandHistory = new InMemoryCommandHistoryStore(world);
    commandTimeline = new InMemoryCommandTimelineStore(world);
    wakes = new InMemoryWakeStore(world);
    outbox = new InMemoryOutboxStore(world);
    profiles = new InMemoryProfileStore(world);
    hostProfiles = new InMemoryHostProfileStore(world);
    activities = new InMemoryActivityStore(world);
    activityChain = new InMemoryActivityChainStore(world);
    certificates = new InMemoryCertificateStore(world);
    keyMaterial = new InMemoryKeyMaterialStore(world);
    abmTokens = new InMemoryAbmTokenStore(world);
    abmDevices = new InMemoryAbmDeviceStore(world);
    abmSync = new InMemoryAbmSyncStore(world);
    setupSettings = new InMemorySetupSettingsStore(world);
    pushRequests = new InMemoryPushRequestStore(world);
    pushCertificates = new InMemoryPushCertificateStore(world, pushRequests);
    setupAssistants = new InMemorySetupAssistantStore(world);
    assignments = new InMemoryAssignmentStore(world);
    arrivals = new InMemoryArrivalStore(world);
    setupTickets = new InMemorySetupTicketStore();
    minimumVersions = new InMemoryMinimumVersionStore(world);
    declarations = new InMemoryDeclarationStore(world);
    hostDeclarations = new InMemoryHostDeclarationStore(world);
    statusReports = new InMemoryStatusReportStore(world);
    addedHosts = new InMemoryAddedHostStore(world);
    deviceDock = new InMemoryDeviceDockStore(world);
    deviceLinks = new InMemoryDeviceLinkStore(world);
    endUsers = new InMemoryEndUserStore(world);
    diskEncryptions = new InMemoryDiskEncryptionStore(world);
    escrowCertificates = new InMemoryEscrowCertificateStore(world);
    hostEncryptions = new InMemoryHostEncryptionStore(world);
    encryptionReports = new InMemoryEncryptionReportStore(world);
    largeFiles = new InMemoryLargeFileStore(world);
    bootstrapPackages = new InMemoryBootstrapPackageStore(world);
    agreements = new InMemoryAgreementStore(world);
    hostLocks = new InMemoryHostLockStore(world);
    recoveryLocks = new InMemoryRecoveryLockStore(world);
    bypassCodes = new InMemoryBypassCodeStore(world);
    macSetups = new InMemoryMacSetupStore(world);
    updatePolicies = new InMemoryUpdatePolicyStore(world);
    migrations = new InMemoryMigrationStore(world);
    osUpdates = new InMemoryOsUpdateStore(world);
    nudgePackages = new InMemoryNudgePackageStore(world);
    nudgeInstalls = new InMemoryNudgeInstallStore(world);
    nudgeDue = new InMemoryNudgeDueStore(world);
    accounts = new Accounts(world);
    teams = new InMemoryTeamStore(world, accounts.users(), profiles);
    sso = new InMemorySsoStore(world, accounts.users(), accounts.sessions());
    expiry = new InMemoryExpiryStore(world);
    webhooks = new InMemoryWebhookStore(world);
    deliveries = new InMemoryDeliveryStore(world);
    deviceEvents = new InMemoryDeviceEvents(world);
    recoveryKeys = new InMemoryRecoveryKeyStore(world);
    keyRotations = new InMemoryKeyRotationStore(world);
    envelopes = new InMemoryEnvelopeStore(world);
    dueKeys = new InMemoryDueKeyStore(world);
  }

  @Override
  public InMemoryHostStore hosts() {
    return hosts;
  }

  @Override
  public InMemoryEnrollmentStore enrollments() {
    return enrollments;
  }

  @Override
  public InMemoryBootstrapTokenStore bootstrapTokens() {
    return bootstrapTokens;
  }

  @Override
  public InMemoryRenewalStore renewals() {
    return renewals;
  }

  @Override
  public InMemoryCommandQueueStore commandQueue() {
    return commandQueue;
  }

  @Override
  public InMemoryCommandHistoryStore commandHistory() {
    return commandHistory;
  }

  @Override
  public InMemoryCommandTimelineStore commandTimeline() {
    return commandTimeline;
  }

  @Override
  public InMemoryWakeStore wakes() {
    return wakes;
  }

  @Override
  public InMemoryOutboxStore outbox() {
    return outbox;
  }

  @Override
  public InMemoryProfileStore profiles() {
    return profiles;
  }

  @Override
  public InMemoryHostProfileStore hostProfiles() {
    return hostProfiles;
  }

  @Override
  public InMemoryUserStore users() {
    return accounts.users();
  }

  @Override
  public InMemoryUserStore accounts() {
    return accounts.users();
  }

  @Override
  public InMemoryTeamStore teams() {
    return teams;
  }

  @Override
  public InMemorySessionStore sessions() {
    return accounts.sessions();
  }

  @Override
  public InMemorySsoStore sso() {
    return sso;
  }

  @Override
  public InMemoryActivityStore activities() {
    return activities;
  }

  @Override
  public InMemoryActivityChainStore activityChain() {
    return activityChain;
  }

  @Override
  public InMemoryExpiryStore expiry() {
    return expiry;
  }

  @Override
  public InMemoryWebhookStore webhooks() {
    return webhooks;
  }

  @Override
  public InMemoryDeliveryStore deliveries() {
    return deliveries;
  }

  @Override
  public InMemoryDeviceEvents deviceEvents() {
    return deviceEvents;
  }

  @Override
  public InMemoryOrganizationStore organization() {
    return accounts.organization();
  }

  @Override
  public InMemoryCertificateStore certificates() {
    return certificates;
  }

  @Override
  public InMemoryArrivalStore arrivals() {
    return arrivals;
  }

  @Override
  public InMemorySetupTicketStore setupTickets() {
    return setupTickets;
  }

  @Override
  public InMemoryDeclarationStore declarations() {
    return declarations;
  }

  @Override
  public InMemoryHostDeclarationStore hostDeclarations() {
    return hostDeclarations;
  }

  @Override
  public InMemoryStatusReportStore statusReports() {
    return statusReports;
  }

  @Override
  public InMemoryStatusReportStore reportedUpdates() {
    return statusReports;
  }

  @Override
  public InMemoryMinimumVersionStore minimumVersions() {
    return minimumVersions;
  }

  @Override
  public InMemoryDiskEncryptionStore diskEncryptions() {
    return diskEncryptions;
  }

  @Override
  public InMemoryEscrowCertificateStore escrowCertificates() {
    return escrowCertificates;
  }

  @Override
  public InMemoryHostEncryptionStore hostEncryptions() {
    return hostEncryptions;
  }

  @Override
  public InMemoryEncryptionReportStore encryptionReports() {
    return encryptionReports;
  }

  @Override
  public InMemoryAddedHostStore addedHosts() {
    return addedHosts;
  }

  @Override
  public InMemoryDeviceDockStore deviceDock() {
    return deviceDock;
  }

  @Override
  public InMemoryDeviceLinkStore deviceLinks() {
    return deviceLinks;
  }

  @Override
  public InMemoryEndUserStore endUsers() {
    return endUsers;
  }

  @Override
  public InMemoryKeyMaterialStore keyMaterial() {
    return keyMaterial;
  }

  @Override
  public InMemoryPushCertificateStore pushCertificates() {
    return pushCertificates;
  }

  @Override
  public InMemorySetupSettingsStore setupSettings() {
    return setupSettings;
  }

  @Override
  public InMemorySetupAssistantStore setupAssistants() {
    return setupAssistants;
  }

  @Override
  public InMemoryAssignmentStore assignments() {
    return assignments;
  }

  @Override
  public InMemoryAssignmentStore assignmentBoard() {
    return assignments;
  }

  @Override
  public InMemoryAbmTokenStore abmTokens() {
    return abmTokens;
  }

  @Override
  public InMemoryAbmDeviceStore abmDevices() {
    return abmDevices;
  }

  @Override
  public InMemoryAbmSyncStore abmSync() {
    return abmSync;
  }

  @Override
  public InMemoryLargeFileStore largeFiles() {
    return largeFiles;
  }

  @Override
  public InMemoryBootstrapPackageStore bootstrapPackages() {
    return bootstrapPackages;
  }

  @Override
  public InMemoryAgreementStore agreements() {
    return agreements;
  }

  @Override
  public InMemoryHostLockStore hostLocks() {
    return hostLocks;
  }

  @Override
  public InMemoryRecoveryLockStore recoveryLocks() {
    return recoveryLocks;
  }

  @Override
  public InMemoryBypassCodeStore bypassCodes() {
    return bypassCodes;
  }

  @Override
  public InMemoryMacSetupStore macSetups() {
    return macSetups;
  }

  @Override
  public InMemoryPushRequestStore pushRequests() {
    return pushRequests;
  }

  @Override
  public InMemoryRecoveryKeyStore recoveryKeys() {
    return recoveryKeys;
  }

  @Override
  public InMemoryKeyRotationStore keyRotations() {
    return keyRotations;
  }

  @Override
  public InMemoryEnvelopeStore envelopes() {
    return envelopes;
  }

  @Override
  public InMemoryDueKeyStore dueKeys() {
    return dueKeys;
  }

  @Override
  public InMemoryMigrationStore migrations() {
    return migrations;
  }

  @Override
  public InMemoryOsUpdateStore osUpdates() {
    return osUpdates;
  }

  @Override
  public InMemoryUpdatePolicyStore updatePolicies() {
    return updatePolicies;
  }

  @Override
  public InMemoryNudgePackageStore nudgePackages() {
    return nudgePackages;
  }

  @Override
  public InMemoryNudgeInstallStore nudgeInstalls() {
    return nudgeInstalls;
  }

  @Override
  public InMemoryNudgeDueStore nudgeDue() {
    return nudgeDue;
  }
}
