import Plan

/// What the rehearsal of a build has found out so far.
struct RehearsalNotes: Sendable {
  /// The faults of steps by their ids, one clause each.
  var faults: [String: [String]] = [:]
  /// The packages that calls would install, those that they need among them.
  var brought: Set<String> = []
  /// Managers that were looked for, and whether the image has them.
  var managers: [PackageManager: Bool] = [:]
  /// Managers whose lists were fetched, and whether that worked.
  var refreshed: [PackageManager: Bool] = [:]
  /// What packages and uploads would take, in bytes.
  var packageBytes = 0
  var uploadBytes = 0
}
