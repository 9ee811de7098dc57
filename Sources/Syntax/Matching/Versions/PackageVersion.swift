/// A version of an installed package, ordered as its packaging system orders it.
package struct PackageVersion: Sendable, Hashable {
  package enum System: Sendable, Hashable { case dpkg, apk, rpm, pacman }

  package let text: String
  package let system: System

  package init(_ text: String, in system: System) {
    self.text = text
    self.system = system
  }

  /// Negative, zero or positive as this version comes before, equals or comes after a version of a spec.
  ///
  /// What the spec leaves out does not count: without an epoch or a revision in `wanted`, those of this version are left
  /// out as well, so that `<= 1.18.0` holds for `1.18.0-6.1`.
  package func order(against wanted: String) -> Int {
    switch system {
    case .dpkg: DebianVersion(text).order(against: DebianVersion(wanted))
    case .apk: AlpineVersion(text).order(against: AlpineVersion(wanted))
    case .rpm: RPMVersion(text).order(against: RPMVersion(wanted))
    case .pacman: PacmanVersion(text).order(against: PacmanVersion(wanted))
    }
  }
}
