import Source

/// `licenseTests`: files that must not name certain licences.
struct LicenseTest: Sendable {
  let origin: Location
  /// The place that asks for the licences of all Debian packages; nil where nothing does.
  let debian: Location?
  let files: [Located<String>]
}
